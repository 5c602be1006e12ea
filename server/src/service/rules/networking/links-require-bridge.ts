import { defineRule, remove, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'links-require-bridge',
  category: 'networking',
  severity: 'error',
  title: 'Containers are linked in bridge mode only',
  why: 'Links are a feature of the Docker bridge network. In awsvpc and host mode the containers of a task reach each other at localhost, and ECS refuses links.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  bad: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "links": ["db"]
//    ^^^^^^^
    },
    { "name": "db", "image": "postgres:17", "memory": 128 }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128
    },
    { "name": "db", "image": "postgres:17", "memory": 128 }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "links": ["db"] },
    { "name": "db", "image": "postgres:17", "memory": 128 }
  ]
}`,
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128, "links": [] }]
}`,
  ],
  narrows: ['windows-unsupported-parameter'],

  *check(task) {
    const mode = task.onlyNetworkMode;
    if (mode === undefined || mode === 'bridge') return;
    for (const { links } of task.containerDefinitions.items) {
      if (links.items.length === 0) continue;
      yield report(
        links,
        `Links do not work in ${mode} mode. ${
          mode === 'none'
            ? 'Remove them: the containers have no network.'
            : 'Remove them and let the containers talk over localhost.'
        }`,
        {
          fix: suggestion('Remove links', remove(links)),
          ...(task.networkMode.present && { related: [{ place: task.networkMode, message: 'The network mode' }] }),
        },
      );
    }
  },
});
