import { defineRule, replace, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'no-essential-container',
  category: 'correctness',
  severity: 'error',
  title: 'At least one container is essential',
  why: 'A task stops when an essential container stops; ECS refuses a task definition in which every container has essential set to false. A container without the member is essential.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "essential": false },
//                                                                      ^^^^^
    { "name": "side", "image": "busybox:1.36", "memory": 64, "essential": false }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "essential": true },
    { "name": "side", "image": "busybox:1.36", "memory": 64, "essential": false }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128 },
    { "name": "side", "image": "busybox:1.36", "memory": 64, "essential": false }
  ]
}`,
  ],

  *check({ containerDefinitions: { items } }) {
    const [first] = items;
    if (!first || !items.every(({ essential }) => essential.literal === false)) return;
    yield report(
      first.essential,
      items.length === 1
        ? 'The only container of a task must be essential.'
        : `None of the ${items.length} containers is essential. Make the main one essential.`,
      { fix: suggestion('Make this container essential', replace(first.essential, true)) },
    );
  },
});
