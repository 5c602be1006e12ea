import { parseImage } from '../../model/container';
import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'image-digest-malformed',
  category: 'correctness',
  severity: 'error',
  title: 'Digests of images are sha256 and 64 hexadecimal digits',
  why: 'A digest names the exact bytes of an image. A part of it names nothing, and the image cannot be pulled.',
  source:
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_image',
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [{ "name": "app", "image": "nginx@sha256:6af79ae5de40", "memory": 128 }]
//                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx@\${DIGEST}", "memory": 128 },
    {
      "name": "pinned",
      "image": "nginx:1.27@sha256:6af79ae5de407283dcea8b00d5c37ace95441fd58a8b1d2aa1ed93f5511bb18c",
      "memory": 64
    }
  ]
}`,
  ],

  *check({ containerDefinitions }) {
    for (const { image } of containerDefinitions.items) {
      const digest = image.literal ? parseImage(image.literal).digest : undefined;
      if (digest === undefined || /^sha256:[0-9a-f]{64}$/i.test(digest)) continue;
      const digits = /^sha256:([0-9a-f]*)$/i.exec(digest)?.[1];
      yield report(
        image,
        digits === undefined
          ? `'${digest}' is no digest: write sha256: and 64 hexadecimal digits after the @.`
          : `The digest has ${digits.length} hexadecimal digits; a sha256 digest has 64. Copy the whole of it.`,
      );
    }
  },
});
