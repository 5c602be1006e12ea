import { undeclaredVolumes } from '../../model/mounts';
import { nearest } from '../../model/nearest';
import { defineRule, remove, report, suggestion } from '../rule';
import { containerWith, definition } from '../storage-example';

const twoVolumes = (second: string) => `{ "name": "data" },\n${second}`;

export const rule = defineRule({
  id: 'unused-volume',
  category: 'storage',
  severity: 'error',
  title: 'A container mounts every volume',
  why: 'ECS refuses a volume that is configured at launch when no container mounts it. Of any other kind it is dead weight, or a sign of a mount point that was forgotten; that is a warning.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/configure-ebs-volume.html',
  bad: [
    definition({
      volumes: twoVolumes(`{
  "name": "ebs",
//        ^^^^^
  "configuredAtLaunch": true
}`),
    }),
    definition({ volumes: twoVolumes('{ "name": "cache" }\n//        ^^^^^^^') }),
  ],
  fixed: [definition({ volumes: '{ "name": "data" }' }), definition({ volumes: '{ "name": "data" }' })],
  good: [
    definition({ volumes: '{ "name": "data", "configuredAtLaunch": true }' }),
    definition({
      containers: containerWith('"mountPoints": [{ "sourceVolume": "${volume}", "containerPath": "/data" }]'),
    }),
    definition({ containers: containerWith('"mountPoints": "{{ mounts }}"') }),
    // A misspelt name is a defect of the mount point.
    definition({ containers: containerWith('"mountPoints": [{ "sourceVolume": "Data", "containerPath": "/data" }]') }),
  ],

  *check(task) {
    const { mountsByVolume, volumes } = task;
    if (!mountsByVolume) return;
    const names = volumes.items.flatMap(({ name }) => name.literal ?? []);
    const meant = new Set(undeclaredVolumes(task).map((name) => nearest(name, names)));
    for (const { at, name, configuredAtLaunch } of volumes.items) {
      if (!name.literal || mountsByVolume.has(name.literal) || meant.has(name.literal)) continue;
      const refused = configuredAtLaunch.literal === true;
      yield report(
        name,
        refused
          ? `No container mounts volume '${name.literal}', and ECS refuses a volume that is configured at launch for none. Add it to the mountPoints of a container, or remove it.`
          : `No container mounts volume '${name.literal}'. Add it to the mountPoints of a container, or remove it.`,
        {
          severity: refused ? 'error' : 'warning',
          fix: suggestion(`Remove volume '${name.literal}'`, remove(volumes.items.length > 1 ? at : volumes)),
        },
      );
    }
  },
});
