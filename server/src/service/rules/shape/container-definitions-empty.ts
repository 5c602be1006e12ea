import { defineRule, report, set, suggestion } from '../rule';

/** CodePipeline puts the image that it built in its place. */
const container = { name: 'app', image: '<IMAGE1_NAME>', essential: true, memory: 512 };

export const rule = defineRule({
  id: 'container-definitions-empty',
  category: 'correctness',
  severity: 'error',
  title: 'A task definition has at least one container',
  why: 'A task without a container is nothing to run. ECS answers: "Container list cannot be empty."',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  narrows: ['required-member-missing', 'invalid-value', 'invalid-type'],
  bad: [
    `{
  "family": "web",
  "containerDefinitions": []
//^^^^^^^^^^^^^^^^^^^^^^
}`,
    `  { "family": "web", "cpu": "256", "memory": "512" }
//^`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
    `{ "family": "web", "containerDefinitions": "{{ containers }}" }`,
  ],

  *check({ at, containerDefinitions }) {
    const { node } = containerDefinitions;
    const isEmpty = node?.type === 'array' && node.items.length === 0;
    if (node && node.type !== 'null' && !isEmpty) return;
    yield report(containerDefinitions, 'The task definition has no container. Add the one that it runs.', {
      fix: suggestion('Insert a container', set(at, 'containerDefinitions', [container])),
    });
  },
});
