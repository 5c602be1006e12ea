import { nameOf } from '../../model/container';
import { addTmpfs, hasWritablePath } from '../../model/writable-path';
import { example } from '../example';
import { defineRule, report, suggestion } from '../rule';

const readonly = '\n      "readonlyRootFilesystem": true,';
const tmpfs = `
      "linuxParameters": {
        "tmpfs": [{ "containerPath": "/tmp", "size": 64 }]
      },`;

export const rule = defineRule({
  id: 'readonly-root-no-writable-path',
  category: 'reliability',
  severity: 'hint',
  title: 'A container with a read-only root filesystem has a place for what it writes',
  why: 'Most programs write somewhere, if only temporary files or a PID file, and fail at run time where they cannot. A volume or a tmpfs gives them a place.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html',
  bad: [
    example(
      'EC2',
      '',
      `${readonly}\n//                              ^^^^\n      "linuxParameters": { "initProcessEnabled": true },`,
    ),
    example(
      'EC2',
      '\n  "volumes": [{ "name": "config" }],',
      `${readonly}
//                              ^^^^
      "mountPoints": [{ "sourceVolume": "config", "containerPath": "/config", "readOnly": true }],
      "linuxParameters": {
        "tmpfs": []
      },`,
    ),
  ],
  fixed: [
    example(
      'EC2',
      '',
      `${readonly}\n      "linuxParameters": { "initProcessEnabled": true, "tmpfs": [{ "containerPath": "/tmp", "size": 64 }] },`,
    ),
    example(
      'EC2',
      '\n  "volumes": [{ "name": "config" }],',
      `${readonly}
      "mountPoints": [{ "sourceVolume": "config", "containerPath": "/config", "readOnly": true }],${tmpfs}`,
    ),
  ],
  good: [
    example('EC2', '', `${readonly}${tmpfs}`),
    example(
      'EC2',
      '\n  "volumes": [{ "name": "scratch" }],',
      `${readonly}\n      "mountPoints": [{ "sourceVolume": "scratch", "containerPath": "/tmp" }],`,
    ),
    example('EC2', '', `${readonly}\n      "mountPoints": "\${MOUNTS}",`),
    example('EC2', '', '\n      "readonlyRootFilesystem": false,'),
  ],

  *check({ isWindows, containerDefinitions }) {
    if (isWindows !== false) return;
    for (const container of containerDefinitions.items) {
      const { readonlyRootFilesystem } = container;
      if (readonlyRootFilesystem.literal !== true || hasWritablePath(container) !== false) continue;
      yield report(
        readonlyRootFilesystem,
        `The container ${nameOf(container)} has nowhere to write, not even temporary files. If it has to, mount a volume or a tmpfs.`,
        { fix: suggestion('Mount a tmpfs at /tmp', addTmpfs(container)) },
      );
    }
  },
});
