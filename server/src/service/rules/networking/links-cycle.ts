import type { Container } from '../../model/container';
import type { Field } from '../../model/field';
import { circlesOf, type Edge } from '../../model/graph';
import type { TaskDefinition } from '../../model/task-definition';
import { defineRule, remove, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'links-cycle',
  category: 'networking',
  severity: 'error',
  title: 'Links do not form a circle',
  why: 'A container starts after the ones it links to. Where containers link to each other none can be the first, and ECS refuses the definition.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  bad: [
    `{
  "family": "web",
  "networkMode": "bridge",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "links": ["db:database"]
//              ^^^^^^^^^^^^^
    },
    {
      "name": "db",
      "image": "postgres:17",
      "memory": 128,
      "links": ["cache", "app"]
//                       ^^^^^
    },
    { "name": "cache", "image": "valkey:8", "memory": 128 }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "networkMode": "bridge",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128
    },
    {
      "name": "db",
      "image": "postgres:17",
      "memory": 128,
      "links": ["cache"]
    },
    { "name": "cache", "image": "valkey:8", "memory": 128 }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "networkMode": "bridge",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "links": ["db", "cache"] },
    { "name": "db", "image": "postgres:17", "memory": 128, "links": ["cache"] },
    { "name": "cache", "image": "valkey:8", "memory": 128 }
  ]
}`,
  ],
  narrows: ['depends-on-cycle'],

  *check(task) {
    if (task.effectiveNetworkMode !== 'bridge') return;
    for (const circle of circlesOf(edgesOf(task))) {
      const both = new Set(circle.map(({ from, to }) => `${from} ${to}`));
      for (const { container, from, to, link } of circle) {
        const { links } = container;
        const others = circle.slice(0, 8).filter((other) => other.from !== from);
        yield report(
          link,
          `'${from}' links to '${to}', which links back to it${both.has(`${to} ${from}`) ? '' : ' through others'}. Remove one of the links.`,
          {
            fix: suggestion(`Remove the link to '${to}'`, remove(links.items.length > 1 ? link : links)),
            related: others.map((other) => ({ place: other.link, message: `'${other.from}' links to '${other.to}'` })),
          },
        );
      }
    }
  },
});

/** One container links to another one. */
interface Link extends Edge {
  readonly container: Container;
  readonly link: Field<string>;
}

/** A link of a container to itself is an error of its own. */
function edgesOf({ containerDefinitions }: TaskDefinition): readonly Link[] {
  const names = new Set(containerDefinitions.items.map(({ name }) => name.literal));
  return containerDefinitions.items.flatMap((container) =>
    container.links.items.flatMap((link) => {
      const from = container.name.literal;
      const to = link.literal?.split(':', 1)[0];
      return from && to && from !== to && names.has(to) ? [{ container, from, to, link }] : [];
    }),
  );
}
