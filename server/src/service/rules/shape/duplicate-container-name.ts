import type { Place } from '../../model/field';
import { freeName } from '../../model/free-name';
import { defineRule, replace, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'duplicate-container-name',
  category: 'correctness',
  severity: 'error',
  title: 'Container names are unique in a task definition',
  why: 'dependsOn, volumesFrom, links, overrides and load balancers refer to a container by its name, so ECS refuses a name that is there twice.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128 },
    { "name": "app", "image": "busybox:1.36", "memory": 64 }
//            ^^^^^
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128 },
    { "name": "app-2", "image": "busybox:1.36", "memory": 64 }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128 },
    { "name": "proxy", "image": "nginx:1.27", "memory": 64 }
  ]
}`,
  ],

  *check({ containerDefinitions: { items } }) {
    const taken = new Set(items.map(({ name }) => name.literal));
    const seen = new Map<string, { readonly first: Place; readonly count: number }>();
    for (const container of items) {
      const name = container.name.literal;
      if (!name) continue;
      const { first, count } = seen.get(name) ?? { first: container.name, count: 0 };
      seen.set(name, { first, count: count + 1 });
      if (count === 0) continue;
      const free = freeName(name, count + 1, taken);
      taken.add(free);
      yield report(container.name, `Another container is named '${name}' too. Give this one a name of its own.`, {
        fix: suggestion(`Rename to '${free}'`, replace(container.name, free)),
        related: [{ place: first, message: `The first container named '${name}'` }],
      });
    }
  },
});
