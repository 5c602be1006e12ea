import { sensitivePaths } from '../../data/sensitive-paths';
import { normalPath } from '../../model/container-path';
import { defineRule, report, set, suggestion } from '../rule';
import { containerWith, definition, onFargate } from '../storage-example';

const directory = (path: string, marks = '') =>
  `{\n  "name": "data",\n  "host": {\n    "sourcePath": "${path}"${marks}\n  }\n}`;

const mounted = (more: string) =>
  containerWith(`"mountPoints": [{ "sourceVolume": "data", "containerPath": "/host"${more} }]`);

export const rule = defineRule({
  id: 'sensitive-host-path',
  category: 'security',
  severity: 'warning',
  title: 'No container has a directory that the instance itself depends on',
  why: 'A container that writes to such a directory takes over the instance, and with it the other tasks there. Read-only it still reads what is kept there, so that is a hint, but for directories that hold nothing secret.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bind-mounts.html',
  bad: [
    definition({ volumes: directory('/sys', '\n                  ^^^^^^'), containers: mounted('') }),
    definition({ volumes: directory('/', '\n                  ^^^'), containers: mounted(', "readOnly": true') }),
  ],
  fixed: [definition({ volumes: directory('/sys'), containers: mounted(', "readOnly": true') })],
  good: [
    definition({ volumes: directory('/sys/fs/cgroup'), containers: mounted('') }),
    definition({ volumes: directory('/boot/'), containers: mounted(', "readOnly": true') }),
    definition({ volumes: directory('/etc'), containers: mounted(', "readOnly": "${READ_ONLY}"') }),
    // Nobody mounts it, which is another finding.
    definition({ volumes: directory('/etc'), containers: containerWith('"essential": true') }),
    // Refused there, which is another finding.
    definition({ task: onFargate, volumes: directory('/etc'), containers: mounted('') }),
  ],

  *check({ launchType, isWindows, volumes, mountsByVolume }) {
    if (launchType('FARGATE') || isWindows !== false) return;
    for (const { name, host } of volumes.items) {
      const path = host.sourcePath.literal ? normalPath(host.sourcePath.literal) : undefined;
      const sensitive = path === undefined ? undefined : sensitivePaths.get(path);
      if (!sensitive) continue;
      const mounts = mountsByVolume?.get(name.literal ?? '') ?? [];
      const writable = mounts.filter(({ mountPoint: { readOnly } }) => !readOnly.present || readOnly.literal === false);
      const readOnly = mounts.filter(({ mountPoint }) => mountPoint.readOnly.literal === true);
      const related = (writable.length > 0 ? writable : readOnly).map(({ mountPoint }) => ({
        place: mountPoint.at,
        message: 'Mounted here',
      }));
      if (writable.length > 0)
        yield report(
          host.sourcePath,
          `'${path}' holds ${sensitive.holds}, and a container can write to it. Mount it read-only, or a directory of its own.`,
          {
            fix: suggestion(
              'Mount it read-only',
              ...writable.map(({ mountPoint: { at } }) => set(at, 'readOnly', true)),
            ),
            related,
          },
        );
      else if (readOnly.length > 0 && sensitive.readOnly)
        yield report(
          host.sourcePath,
          `'${path}' holds ${sensitive.holds}: it is mounted read-only, but ${sensitive.readOnly}. Mount only the part that is needed.`,
          { severity: 'hint', related },
        );
    }
  },
});
