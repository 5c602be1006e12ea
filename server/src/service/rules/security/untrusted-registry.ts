import { parseImage } from '../../model/container';
import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'untrusted-registry',
  category: 'security',
  severity: 'hint',
  title: 'Images come from the registries that are trusted',
  why: 'Whoever can push to a registry decides what runs. The setting trustedRegistries lists the hosts that images may come from; *. at the start of one stands for any host below it, and docker.io stands for images without a host. Without the setting any registry will do.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html',
  trusting: ['public.ecr.aws', '*.dkr.ecr.eu-west-1.amazonaws.com'],
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "ghcr.io/example/app:1", "memory": 128 },
//                            ^^^^^^^^^^^^^^^^^^^^^^^
    { "name": "side", "image": "busybox:1.36", "memory": 64 }
//                             ^^^^^^^^^^^^^^
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "executionRoleArn": "arn:aws:iam::111122223333:role/ecsTaskExecutionRole",
  "containerDefinitions": [
    { "name": "app", "image": "111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:1", "memory": 128 },
    { "name": "side", "image": "public.ecr.aws/docker/library/busybox:1.36", "memory": 64 },
    { "name": "other", "image": "\${REGISTRY}/other:1", "memory": 64 }
  ]
}`,
  ],

  *check({ containerDefinitions }, { trustedRegistries }) {
    if (trustedRegistries.length === 0) return;
    for (const { image } of containerDefinitions.items) {
      const host = image.literal ? (parseImage(image.literal).host ?? 'docker.io') : undefined;
      if (host === undefined || isListed(host, trustedRegistries)) continue;
      yield report(
        image,
        `The image comes from '${host}', which 'trustedRegistries' does not list. Take it from a registry that is trusted.`,
      );
    }
  },
});

/** Letter case does not count in the names of hosts. */
function isListed(host: string, registries: readonly string[]): boolean {
  const name = host.toLowerCase();
  return registries.some((registry) => {
    const listed = registry.toLowerCase();
    return listed.startsWith('*.') ? name.endsWith(listed.slice(1)) : name === listed;
  });
}
