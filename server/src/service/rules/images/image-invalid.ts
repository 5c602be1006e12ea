import { shellVariablesIn } from '../../model/template';
import { defineRule, report } from '../rule';

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_image */
const maxLength = 255;

export const rule = defineRule({
  id: 'image-invalid',
  category: 'correctness',
  severity: 'error',
  title: 'Images have characters that ECS takes',
  why: `ECS takes letters, digits and _ . : / # - in the name of an image, ${maxLength} characters at most, and answers otherwise: "Container.image contains invalid characters". A variable such as $TAG is only a hint: a shell may fill it in before the file is sent, ECS does not.`,
  source:
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_image',
  narrows: ['image-uppercase-repository', 'image-digest-malformed'],
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx: 1.27", "memory": 128 },
//                            ^^^^^^^^^^^^^
    { "name": "side", "image": "$REPO:$TAG", "memory": 64 }
//                             ^^^^^^^^^^^^
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "\${REPO}:$TAG", "memory": 128 },
    { "name": "proxy", "image": "{{ image }}", "memory": 64 },
    { "name": "built", "image": "<IMAGE1_NAME>", "memory": 64 },
    {
      "name": "pinned",
      "image": "example.com:5000/a_b/c-d:1.2@sha256:6af79ae5de407283dcea8b00d5c37ace95441fd58a8b1d2aa1ed93f5511bb18c",
      "memory": 64
    }
  ]
}`,
  ],

  *check({ containerDefinitions }) {
    for (const { image } of containerDefinitions.items) {
      const [variable] = shellVariablesIn(image);
      if (variable !== undefined) {
        yield report(
          image,
          `The image holds the variable '${variable}', which ECS does not fill in. Write its value, or have it filled in before the file is sent.`,
          { severity: 'hint' },
        );
        continue;
      }
      const [name = ''] = image.literal?.split('@', 1) ?? [];
      const illegal = /[^A-Za-z0-9_.:/#-]/u.exec(name)?.[0];
      if (illegal !== undefined)
        yield report(image, `The image '${image.literal}' holds '${illegal}', which no name of an image has.`);
      else if (name.length > maxLength)
        yield report(image, `The name of the image has ${name.length} characters; ECS takes ${maxLength} at most.`);
    }
  },
});
