import { nameOf } from '../../model/container';
import { addTmpfs, hasWritablePath } from '../../model/writable-path';
import { example } from '../example';
import { defineRule, report, set, suggestion } from '../rule';

const scratch = '\n  "volumes": [{ "name": "scratch" }],';
const mount = '\n      "mountPoints": [{ "sourceVolume": "scratch", "containerPath": "/tmp" }],';

export const rule = defineRule({
  id: 'readonly-root-filesystem',
  category: 'security',
  severity: 'hint',
  controls: ['ECS.5'],
  title: 'Containers on Linux cannot write to their root filesystem',
  why: 'Who breaks into a container can change its programs, or bring others, only where its files can be written. What a program does have to write, such as temporary files, goes to a volume or a tmpfs.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html',
  bad: [
    example(
      'EC2',
      scratch,
      `${mount}
      "readonlyRootFilesystem": false,
//                              ^^^^^`,
    ),
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
//            ^^^^^
      "image": "nginx:1.27",
      "memory": 512
    }
  ]
}`,
  ],
  fixed: [
    example('EC2', scratch, `${mount}\n      "readonlyRootFilesystem": true,`),
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 512,
      "readonlyRootFilesystem": true,
      "linuxParameters": {
        "tmpfs": [
          {
            "containerPath": "/tmp",
            "size": 64
          }
        ]
      }
    }
  ]
}`,
  ],
  good: [
    example('EC2', '', '\n      "readonlyRootFilesystem": true,'),
    example('EC2', '', '\n      "readonlyRootFilesystem": "${READONLY}",'),
    example('WINDOWS'),
  ],

  *check({ isWindows, containerDefinitions }) {
    if (isWindows !== false) return;
    for (const container of containerDefinitions.items) {
      const { at, name, readonlyRootFilesystem } = container;
      if (at.node?.type !== 'object') continue;
      if (readonlyRootFilesystem.present && readonlyRootFilesystem.literal !== false) continue;
      const writable = hasWritablePath(container);
      const tmpfs = writable === false ? [addTmpfs(container)] : [];
      yield report(
        readonlyRootFilesystem.present ? readonlyRootFilesystem : name,
        `The container ${nameOf(container)} can change all files of its image. Set 'readonlyRootFilesystem' to true, with a volume or a tmpfs for what it has to write.`,
        {
          fix: suggestion(
            `Make the root filesystem read-only${writable === false ? ', with a tmpfs at /tmp' : ''}`,
            set(at, 'readonlyRootFilesystem', true),
            ...tmpfs,
          ),
        },
      );
    }
  },
});
