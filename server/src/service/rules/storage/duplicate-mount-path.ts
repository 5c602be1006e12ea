import type { Container } from '../../model/container';
import { normalPath } from '../../model/container-path';
import type { Field } from '../../model/field';
import { defineRule, report } from '../rule';
import { containerWith, definition } from '../storage-example';

const mounts = (first: string, second: string, marks = '') =>
  definition({
    containers: containerWith(`"mountPoints": [
  { "sourceVolume": "data", "containerPath": "${first}" },
  { "sourceVolume": "cache", "containerPath": "${second}" }${marks}
]`),
    volumes: '{ "name": "data" },\n{ "name": "cache" }',
  });

export const rule = defineRule({
  id: 'duplicate-mount-path',
  category: 'storage',
  severity: 'error',
  title: 'A container mounts one thing at one path',
  why: 'Docker refuses to start a container with two mounts at one path: “Duplicate mount point”. Temporary file systems (tmpfs) count too, and a slash at the end makes no difference.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_MountPoint.html',
  bad: [
    mounts('/data', '/data/', '\n//                                            ^^^^^^^^'),
    definition({
      containers: containerWith(`"mountPoints": [{ "sourceVolume": "data", "containerPath": "/tmp" }],
"linuxParameters": {
  "tmpfs": [{ "containerPath": "/tmp", "size": 64 }]
//                             ^^^^^^
}`),
    }),
  ],
  good: [
    mounts('/data', '/data/cache'),
    mounts('${DIR}', '${DIR}'),
    definition({
      containers: `${containerWith('"mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }]')},
${containerWith('"mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }]', 'side')}`,
    }),
  ],

  *check({ containerDefinitions }) {
    for (const container of containerDefinitions.items) {
      const seen = new Map<string, Field<string>>();
      for (const path of mountPathsOf(container)) {
        if (!path.literal) continue;
        const normal = normalPath(path.literal);
        const first = seen.get(normal);
        if (first)
          yield report(path, `The container mounts something at '${normal}' already. Choose another path.`, {
            related: [{ place: first, message: `The first mount at '${normal}'` }],
          });
        else seen.set(normal, path);
      }
    }
  },
});

function mountPathsOf({ mountPoints, linuxParameters }: Container): readonly Field<string>[] {
  return [...mountPoints.items, ...linuxParameters.tmpfs.items].map(({ containerPath }) => containerPath);
}
