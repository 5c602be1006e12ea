import type { Place } from '../../model/field';
import { freeName } from '../../model/free-name';
import { undeclaredVolumes } from '../../model/mounts';
import { defineRule, replace, report, suggestion } from '../rule';
import { containerWith, definition } from '../storage-example';

const containers = containerWith(`"mountPoints": [
  { "sourceVolume": "data", "containerPath": "/data" },
  { "sourceVolume": "cache", "containerPath": "/cache" }
]`);

export const rule = defineRule({
  id: 'duplicate-volume-name',
  category: 'storage',
  severity: 'error',
  title: 'Each volume has a name of its own',
  why: 'Mount points find a volume by its name, so of two with one name only one can be meant.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html',
  bad: [
    definition({
      containers,
      volumes: `{ "name": "data" },
{ "name": "data", "efsVolumeConfiguration": { "fileSystemId": "fs-0123456789abcdef0" } }
//        ^^^^^^`,
    }),
  ],
  fixed: [
    definition({
      containers,
      volumes: `{ "name": "data" },
{ "name": "cache", "efsVolumeConfiguration": { "fileSystemId": "fs-0123456789abcdef0" } }`,
    }),
  ],
  good: [
    definition({ containers, volumes: '{ "name": "data" },\n{ "name": "cache" }' }),
    definition({ volumes: '{ "name": "data" },\n{ "name": "Data" }' }),
    definition({ volumes: '{ "name": "data" },\n{ "name": "${name}" },\n{ "name": "${name}" }' }),
  ],

  *check(task) {
    const { items } = task.volumes;
    const wanted = [...undeclaredVolumes(task)];
    const taken = new Set(items.map(({ name }) => name.literal));
    const seen = new Map<string, { readonly first: Place; readonly count: number }>();
    for (const { name: place } of items) {
      const name = place.literal;
      if (!name) continue;
      const { first, count } = seen.get(name) ?? { first: place, count: 0 };
      seen.set(name, { first, count: count + 1 });
      if (count === 0) continue;
      // A name that a mount point asks for in vain may be the one this volume lost.
      const free = wanted.shift() ?? freeName(name, count + 1, taken);
      taken.add(free);
      yield report(place, `Another volume is named '${name}' too. Give this one a name of its own.`, {
        fix: suggestion(`Rename to '${free}'`, replace(place, free)),
        related: [{ place: first, message: `The first volume named '${name}'` }],
      });
    }
  },
});
