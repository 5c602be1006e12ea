import { defineRule, report, set, suggestion } from '../rule';
import { containerWith, definition } from '../storage-example';

const shared = (reader: string, mount: string) =>
  definition({
    containers: `${containerWith('"mountPoints": [{ "sourceVolume": "logs", "containerPath": "/logs" }]')},
${containerWith(`"mountPoints": [${mount}]`, reader)}`,
    volumes: '{ "name": "logs" }',
  });

export const rule = defineRule({
  id: 'read-write-mount-shared',
  category: 'storage',
  severity: 'hint',
  title: 'A container that only reads a shared volume mounts it read-only',
  why: 'Two containers that write to one volume can overwrite each other. One whose name says that it reads needs no more than that.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_MountPoint.html',
  bad: [
    shared(
      'log_reader',
      `
  {
//^
    "sourceVolume": "logs",
    "containerPath": "/logs"
  }
`,
    ),
  ],
  fixed: [
    shared(
      'log_reader',
      `
  {
    "sourceVolume": "logs",
    "containerPath": "/logs",
    "readOnly": true
  }
`,
    ),
  ],
  good: [
    shared('log_reader', '{ "sourceVolume": "logs", "containerPath": "/logs", "readOnly": true }'),
    shared('log_reader', '{ "sourceVolume": "logs", "containerPath": "/logs", "readOnly": "${READ_ONLY}" }'),
    shared('worker', '{ "sourceVolume": "logs", "containerPath": "/logs" }'),
    shared('threader', '{ "sourceVolume": "logs", "containerPath": "/logs" }'),
  ],

  *check({ mountsByVolume }) {
    for (const [volume, mounts] of mountsByVolume ?? []) {
      const written = mounts.filter(({ mountPoint: { readOnly } }) => !readOnly.present || readOnly.literal === false);
      const writer = written.find(({ container }) => !readsByName(container.name.literal));
      if (!writer) continue;
      for (const { container, mountPoint } of written)
        if (readsByName(container.name.literal))
          yield report(
            mountPoint.at,
            `'${container.name.literal}' sounds like a reader of volume '${volume}', which another container writes. Mount it read-only.`,
            {
              fix: suggestion('Mount it read-only', set(mountPoint.at, 'readOnly', true)),
              related: [{ place: writer.mountPoint.at, message: 'Mounted to be written here' }],
            },
          );
    }
  },
});

/** A name with a word for what only reads. */
function readsByName(name: string | undefined): boolean {
  return (
    name !== undefined &&
    /(?:^|[-_])(?:reader|viewer|sidecar|shipper|forwarder|exporter|tail|tailer|watcher)(?:$|[-_\d])/i.test(name)
  );
}
