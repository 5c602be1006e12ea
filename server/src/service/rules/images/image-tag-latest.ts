import { parseImage } from '../../model/container';
import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'image-tag-latest',
  category: 'reliability',
  severity: 'warning',
  title: 'Images have a tag that stays, or a digest',
  why: 'What latest means changes with every push: one revision of the task definition then runs different software, and a roll-back brings back nothing. No tag means latest.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-considerations.html',
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "public.ecr.aws/nginx/nginx:latest", "memory": 128 },
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    { "name": "side", "image": "localhost:5000/side", "memory": 64 }
//                             ^^^^^^^^^^^^^^^^^^^^^
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128 },
    { "name": "side", "image": "\${REPOSITORY}:latest", "memory": 64 },
    {
      "name": "pinned",
      "image": "nginx@sha256:6af79ae5de407283dcea8b00d5c37ace95441fd58a8b1d2aa1ed93f5511bb18c",
      "memory": 64
    }
  ]
}`,
  ],

  *check({ containerDefinitions }) {
    for (const { image } of containerDefinitions.items) {
      if (!image.literal) continue;
      const { tag, digest } = parseImage(image.literal);
      if (digest !== undefined || (tag && tag !== 'latest')) continue;
      yield report(
        image,
        tag
          ? `The image '${image.literal}' is whatever was pushed last. Name a version or a digest.`
          : `The image '${image.literal}' has no tag, which means 'latest': whatever was pushed last. Name a version or a digest.`,
      );
    }
  },
});
