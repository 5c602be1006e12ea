import { parseImage } from '../../model/container';
import { defineRule, fix, replace, report } from '../rule';

export const rule = defineRule({
  id: 'image-uppercase-repository',
  category: 'correctness',
  severity: 'error',
  title: 'Repositories of images are in lower case',
  why: 'No registry has a repository with capitals, so the image cannot be pulled: "repository name must be lowercase". Tags may have them.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html',
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [{ "name": "app", "image": "MyOrg/App:1.0-RC", "memory": 128 }]
//                                                   ^^^^^^^^^^^^^^^^^^
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "containerDefinitions": [{ "name": "app", "image": "myorg/app:1.0-RC", "memory": 128 }]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "Registry.Example.com/org/app:1.0-RC", "memory": 128 },
    { "name": "side", "image": "\${ORG}/App:1", "memory": 64 }
  ]
}`,
  ],

  *check({ containerDefinitions }) {
    for (const { image } of containerDefinitions.items) {
      if (!image.literal) continue;
      const { host, repository } = parseImage(image.literal);
      if (!/[A-Z]/.test(repository)) continue;
      const start = host === undefined ? 0 : host.length + 1;
      const end = start + repository.length;
      const lower = image.literal.slice(0, start) + repository.toLowerCase() + image.literal.slice(end);
      yield report(image, `The repository '${repository}' has capitals, and no registry has such a one.`, {
        fix: fix(`Write '${lower}'`, replace(image, lower)),
      });
    }
  },
});
