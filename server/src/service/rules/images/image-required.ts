import { nameOf } from '../../model/container';
import { isTemplate } from '../../model/template';
import { defineRule, report, set, suggestion } from '../rule';

/** CodePipeline puts the image that it built in its place. */
const placeholder = '<IMAGE1_NAME>';

export const rule = defineRule({
  id: 'image-required',
  category: 'correctness',
  severity: 'error',
  title: 'Every container has an image',
  why: 'ECS refuses a container without an image. In a template, which a pipeline completes, this is only a hint.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  narrows: ['invalid-value', 'invalid-type'],
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
//  ^
      "name": "app",
      "memory": 128
    },
    {
      "name": "side",
      "image": "",
//             ^^
      "memory": 64
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "memory": 128,
      "image": "<IMAGE1_NAME>"
    },
    {
      "name": "side",
      "image": "<IMAGE1_NAME>",
      "memory": 64
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128 },
    { "name": "side", "image": "\${IMAGE}", "memory": 64 }
  ]
}`,
  ],

  *check({ at: root, containerDefinitions }) {
    const without = containerDefinitions.items.filter(
      ({ at, image }) =>
        at.node?.type === 'object' && (!image.node || image.node.type === 'null' || image.literal === ''),
    );
    // Looks through the whole definition: once, not for each container.
    const severity = without.length > 0 && isTemplate(root) ? 'hint' : 'error';
    for (const container of without) {
      yield report(container.image, `The container ${nameOf(container)} has no image. Name the image that it runs.`, {
        severity,
        fix: suggestion(
          `Insert the placeholder ${placeholder} for CodePipeline`,
          set(container.at, 'image', placeholder),
        ),
      });
    }
  },
});
