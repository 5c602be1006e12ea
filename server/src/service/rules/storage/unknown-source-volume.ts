import { knownNames } from '../../model/known';
import { nearest } from '../../model/nearest';
import type { TaskDefinition } from '../../model/task-definition';
import type { Fix } from '../../problem';
import { append, defineRule, fix, replace, report, set, suggestion } from '../rule';

export const rule = defineRule({
  id: 'unknown-source-volume',
  category: 'storage',
  severity: 'error',
  title: 'A mount point names a volume of the task definition',
  why: 'A container can mount only what volumes declares, by its exact name; letter case counts. ECS refuses anything else.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_MountPoint.html',
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "mountPoints": [{ "sourceVolume": "scrach", "containerPath": "/tmp" }]
//                                      ^^^^^^^^
    }
  ],
  "volumes": [{ "name": "scratch" }]
}`,
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }]
//                                      ^^^^^^
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
      "mountPoints": [{ "containerPath": "/data" }]
//                    ^
    }
  ],
  "volumes": [{ "name": "data" }]
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
      "mountPoints": [{ "sourceVolume": "scratch", "containerPath": "/tmp" }]
    }
  ],
  "volumes": [{ "name": "scratch" }]
}`,
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }]
    }
  ],
  "volumes": [
    {
      "name": "data"
    }
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
      "mountPoints": [{ "sourceVolume": "scratch", "containerPath": "/tmp" }]
    }
  ],
  "volumes": [{ "name": "scratch" }]
}`,
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "mountPoints": [{ "sourceVolume": "scratch", "containerPath": "/tmp" }]
    }
  ],
  "volumes": [{ "name": "\${volume}" }]
}`,
  ],

  *check(task) {
    const volumes = knownNames(task.volumes);
    if (!volumes) return;
    const known = new Set(volumes);
    for (const { mountPoints } of task.containerDefinitions.items) {
      for (const { at, sourceVolume } of mountPoints.items) {
        const name = sourceVolume.literal;
        if (name === undefined) {
          if (!sourceVolume.present && at.node?.type === 'object')
            yield report(
              sourceVolume,
              'This mount point names no volume: set sourceVolume to the name of one in volumes.',
            );
        } else if (!known.has(name)) {
          const meant = nearest(name, volumes);
          yield report(
            sourceVolume,
            meant === undefined
              ? `Unknown volume '${name}'. Add it to volumes, or name a volume that is there.`
              : `Unknown volume '${name}'. Did you mean '${meant}'?`,
            {
              fix:
                meant === undefined ? addVolume(task, name) : fix(`Change to '${meant}'`, replace(sourceVolume, meant)),
            },
          );
        }
      }
    }
  },
});

function addVolume({ at, volumes }: TaskDefinition, name: string): Fix {
  const edit = volumes.present ? append(volumes, { name }) : set(at, 'volumes', [{ name }]);
  return suggestion(`Add volume '${name}'`, edit);
}
