import type { Container } from '../../model/container';
import type { Field, Place } from '../../model/field';
import { circlesOf, type Edge as GraphEdge } from '../../model/graph';
import type { TaskDefinition } from '../../model/task-definition';
import { defineRule, type Report, remove, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'depends-on-cycle',
  category: 'correctness',
  severity: 'error',
  title: 'Containers do not wait for each other in a circle',
  why: 'Every container of a circle waits for another one, so none of them ever starts. Links and volumesFrom count too: the other container is started first.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html',
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "dependsOn": [
        {
          "containerName": "side",
          "condition": "START"
        },
        {
          "containerName": "app",
//                         ^^^^^
          "condition": "START"
        }
      ]
    },
    { "name": "side", "image": "busybox:1.36", "memory": 128 }
  ]
}`,
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "dependsOn": [{ "containerName": "side", "condition": "START" }]
//                                     ^^^^^^
    },
    {
      "name": "side",
      "image": "busybox:1.36",
      "memory": 128,
      "dependsOn": [{ "containerName": "app", "condition": "START" }]
//                                     ^^^^^
    }
  ]
}`,
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "dependsOn": [{ "containerName": "side", "condition": "START" }]
//                                     ^^^^^^
    },
    { "name": "side", "image": "busybox:1.36", "memory": 128, "links": ["db:database"] },
    { "name": "db", "image": "postgres:17", "memory": 128, "volumesFrom": [{ "sourceContainer": "app" }] }
  ]
}`,
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128, "links": ["side"] },
//                                                                   ^^^^^^
    { "name": "side", "image": "busybox:1.36", "memory": 128, "volumesFrom": [{ "sourceContainer": "app" }] }
//                                                                                                 ^^^^^
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "dependsOn": [
        {
          "containerName": "side",
          "condition": "START"
        }
      ]
    },
    { "name": "side", "image": "busybox:1.36", "memory": 128 }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "links": ["side"],
      "dependsOn": [
        { "containerName": "side", "condition": "START" },
        { "containerName": "db", "condition": "START" }
      ]
    },
    { "name": "side", "image": "busybox:1.36", "memory": 128, "dependsOn": [{ "containerName": "db", "condition": "START" }] },
    { "name": "db", "image": "postgres:17", "memory": 128 }
  ]
}`,
  ],

  *check(task) {
    for (const circle of circlesOf(edgesOf(task))) yield* reportsOf(circle);
  },
});

const verbs = { dependsOn: 'depends on', links: 'links to', volumesFrom: 'takes volumes from' };

/** One container is started after another. */
interface Edge extends GraphEdge {
  readonly kind: keyof typeof verbs;
  readonly place: Place;
  /** What to remove to be rid of the edge. */
  readonly whole: Place;
}

function edgesOf(task: TaskDefinition): readonly Edge[] {
  const names = new Set(task.containerDefinitions.items.map(({ name }) => name.literal));
  // In other modes links are refused: an error of their own.
  const linked = task.effectiveNetworkMode === 'bridge';
  return task.containerDefinitions.items
    .flatMap((container) => edgesFrom(container))
    .filter(({ to, kind }) => names.has(to) && (linked || kind !== 'links'));
}

function edgesFrom({ name, dependsOn, links, volumesFrom }: Container): readonly Edge[] {
  const from = name.literal;
  if (from === undefined) return [];
  const edge = (kind: Edge['kind'], place: Field<string>, whole: Place): readonly Edge[] => {
    const to = kind === 'links' ? place.literal?.split(':', 1)[0] : place.literal;
    return to ? [{ from, to, kind, place, whole }] : [];
  };
  return [
    ...dependsOn.items.flatMap(({ at, containerName }) =>
      edge('dependsOn', containerName, dependsOn.items.length > 1 ? at : dependsOn),
    ),
    ...links.items.flatMap((link) => edge('links', link, link)),
    ...volumesFrom.items.flatMap(({ at, sourceContainer }) => edge('volumesFrom', sourceContainer, at)),
  ];
}

function* reportsOf(circle: readonly Edge[]): Iterable<Report> {
  const stated = circle.filter(({ kind }) => kind === 'dependsOn');
  const kinds = new Set(circle.map(({ kind }) => kind));
  // A circle of links alone, or of volumesFrom alone, is a defect of those.
  const blamed = stated.length > 0 ? stated : kinds.size > 1 ? circle : [];
  const names = [...new Set(circle.map(({ from }) => from))];
  const implicit = stated.length < circle.length ? ' Links and volumesFrom count as dependencies.' : '';
  for (const edge of blamed) {
    const others = circle.filter((other) => other !== edge && other.from !== edge.from).slice(0, 8);
    yield report(
      edge.place,
      edge.from === edge.to
        ? `'${edge.from}' depends on itself, so it never starts. Remove this dependency.`
        : `${listed(names)} wait for each other in a circle, so none of them starts. Remove one of the dependencies.${implicit}`,
      {
        ...(edge.kind === 'dependsOn' && {
          fix: suggestion(`Remove the dependency on '${edge.to}'`, remove(edge.whole)),
        }),
        related: others.map(({ from, to, kind, place }) => ({ place, message: `'${from}' ${verbs[kind]} '${to}'` })),
      },
    );
  }
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 4).map((name) => `'${name}'`);
  const last = names.length > 4 ? `${names.length - 4} more` : shown.pop();
  return `${shown.join(', ')} and ${last}`;
}
