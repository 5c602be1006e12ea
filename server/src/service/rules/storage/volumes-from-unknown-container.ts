import { componentsOf } from '../../model/graph';
import { knownNames } from '../../model/known';
import { nearest } from '../../model/nearest';
import type { TaskDefinition } from '../../model/task-definition';
import { defineRule, fix, remove, replace, report, suggestion } from '../rule';
import { containerWith, definition } from '../storage-example';

const mount = '"mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }]';

const side = containerWith(mount, 'side');

const from = (source: string) => definition({ containers: `${containerWith(`"volumesFrom": [${source}]`)},\n${side}` });

export const rule = defineRule({
  id: 'volumes-from-unknown-container',
  category: 'storage',
  severity: 'error',
  title: 'volumesFrom names another container of the task',
  why: "The source container is started first and its mounts are taken over, so it must be another container of the same task definition that does not wait for this one in turn. ECS answers “Invalid 'volumesFrom' setting. Unknown container: …”",
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_VolumeFrom.html',
  bad: [
    from('{ "sourceContainer": "sied" }').replace(
      '"sied" }]',
      '"sied" }]\n//                                         ^^^^^^',
    ),
    from('{ "readOnly": true }').replace('true }]', 'true }]\n//                    ^'),
    definition({
      containers: containerWith(`${mount},
"volumesFrom": [{ "sourceContainer": "app" }]
//                                   ^^^^^`),
    }),
    definition({
      containers: `${containerWith(`${mount},
"volumesFrom": [{ "sourceContainer": "side" }]
//                                   ^^^^^^`)},
${containerWith(
  `"volumesFrom": [{ "sourceContainer": "app" }]
//                                   ^^^^^`,
  'side',
)}`,
    }),
  ],
  fixed: [from('{ "sourceContainer": "side" }')],
  good: [
    from('{ "sourceContainer": "side" }'),
    from('{ "sourceContainer": "${SIDE}" }'),
    definition({
      containers: `${containerWith('"volumesFrom": [{ "sourceContainer": "proxy" }]')},
${containerWith(mount, '{{ sidecar }}')}`,
    }),
  ],
  narrows: ['depends-on-cycle'],

  *check(task) {
    const names = knownNames(task.containerDefinitions);
    if (!names || task.containerDefinitions.items.every(({ volumesFrom }) => !volumesFrom.present)) return;
    const known = new Set(names);
    const components = componentsOf(sourcesOf(task, known));
    for (const { name: own, volumesFrom } of task.containerDefinitions.items) {
      for (const { at, sourceContainer } of volumesFrom.items) {
        const source = sourceContainer.literal;
        const leave = { fix: suggestion('Remove it', remove(volumesFrom.items.length > 1 ? at : volumesFrom)) };
        if (source === undefined) {
          if (!sourceContainer.present && at.node?.type === 'object')
            yield report(sourceContainer, 'This names no container: set sourceContainer to one of this task.');
        } else if (!known.has(source)) {
          const meant = nearest(
            source,
            names.filter((other) => other !== own.literal),
          );
          yield report(
            sourceContainer,
            meant === undefined
              ? `There is no container '${source}' in this task to take volumes from. Name one of its other containers.`
              : `There is no container '${source}' in this task to take volumes from. Did you mean '${meant}'?`,
            meant === undefined ? leave : { fix: fix(`Change to '${meant}'`, replace(sourceContainer, meant)) },
          );
        } else if (source === own.literal) {
          yield report(sourceContainer, `'${source}' has its own volumes already. Name another container.`, leave);
        } else if (own.literal !== undefined && components.get(own.literal) === components.get(source)) {
          yield report(
            sourceContainer,
            `'${own.literal}' takes volumes from '${source}', which takes volumes from it in turn: neither can be started first. Remove one of them.`,
            leave,
          );
        }
      }
    }
  },
});

/** Each container and those it takes volumes from. */
function sourcesOf({ containerDefinitions }: TaskDefinition, known: ReadonlySet<string>) {
  const sources = new Map<string, string[]>(Array.from(known, (name) => [name, []]));
  for (const { name, volumesFrom } of containerDefinitions.items)
    for (const { sourceContainer } of volumesFrom.items)
      if (name.literal !== undefined && known.has(sourceContainer.literal ?? ''))
        sources.get(name.literal)?.push(sourceContainer.literal ?? '');
  return sources;
}
