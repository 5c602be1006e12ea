import { parseImage } from '../../model/container';
import { namedRegions } from '../../model/named-regions';
import { parseEcrHost, partitionOf } from '../../model/resource-names';
import type { TaskDefinition } from '../../model/task-definition';
import { defineRule, report } from '../rule';

const registry = (region: string) => `111122223333.dkr.ecr.${region}.amazonaws.com`;
const pulling = (first: string, second: string, more = '', marks = '') => `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "${registry(first)}/app:1.2", "memory": 512${more} },
    { "name": "side", "image": "${registry(second)}/side:1.2", "memory": 64 }${marks}
  ]
}`;
const secret =
  ',\n      "secrets": [{ "name": "TOKEN", "valueFrom": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:token-AbCdEf" }]';

export const rule = defineRule({
  id: 'ecr-region-mismatch',
  category: 'reliability',
  severity: 'information',
  title: 'Images come from the region that the task runs in',
  why: 'A pull from another region takes longer and is charged as data transfer, and the task cannot start when that region has an outage. ECR can replicate repositories to other regions.',
  source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication.html',
  bad: [
    pulling('us-east-1', 'eu-west-1', '', `\n//                             ${'^'.repeat(55)}`),
    pulling('eu-west-1', 'us-east-1', secret, `\n//                             ${'^'.repeat(55)}`),
  ],
  good: [
    pulling('eu-west-1', 'eu-west-1', secret),
    pulling('${REGION}', 'us-east-1'),
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "${registry('us-east-1')}/app:1.2", "memory": 512 },
    { "name": "side", "image": "public.ecr.aws/docker/library/busybox:1.36", "memory": 64 }
  ]
}`,
  ],

  *check(task) {
    const { images, expected } = regionsOf(task);
    if (!expected) return;
    for (const { region, place } of images) {
      if (region === expected.region) continue;
      yield report(
        place,
        `This image comes from ${region}, while ${expected.what} of this task is in ${expected.region}. A pull from another region is slower and is charged: replicate the repository.`,
        { related: [{ place: expected.place, message: `In ${expected.region}` }] },
      );
    }
  },
});

/** The regions of the images, and the one that they should be in: that of all else, or of the first image. */
function regionsOf(task: TaskDefinition) {
  const images = task.containerDefinitions.items.flatMap(({ image }) => {
    const region = parseEcrHost(parseImage(image.literal ?? '').host ?? '')?.region;
    return region && partitionOf(region) ? [{ region, place: image, what: 'another image' }] : [];
  });
  if (images.length === 0) return { images, expected: undefined };
  const places = new Set(images.map(({ place }) => place.node));
  const others = namedRegions(task).filter(({ place }) => !places.has(place.node));
  const agree = new Set(others.map(({ region }) => region)).size === 1;
  const [first] = agree ? others : images;
  return { images, expected: first };
}
