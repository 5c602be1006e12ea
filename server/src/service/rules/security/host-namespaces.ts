import type { Field } from '../../model/field';
import type { TaskDefinition } from '../../model/task-definition';
import type { Fix } from '../../problem';
import { example } from '../example';
import { defineRule, defineRules, type Rule, replace, report, suggestion } from '../rule';

interface Row extends Pick<Rule, 'id' | 'title' | 'why' | 'controls' | 'fixed'> {
  readonly member: 'networkMode' | 'pidMode' | 'ipcMode';
  readonly message: string;
  readonly fix: (field: Field<string>, task: TaskDefinition) => Fix | undefined;
}

/** What a task can share with its host instead of having it alone. */
const table: readonly Row[] = [
  {
    id: 'host-network-mode',
    member: 'networkMode',
    controls: ['ECS.17'],
    title: 'Tasks do not share the network of their host',
    why: 'In host mode the containers have no network of their own: they reach what listens on the instance for local processes only, and each other, and no security group stands between. In awsvpc mode each task has its own network interface.',
    message:
      'The containers share the network of their host: they reach all that listens there, and no security group of their own guards them. Use awsvpc, or bridge.',
    // External instances have no awsvpc.
    fix: (field, { launchType }) =>
      launchType('EXTERNAL') ? undefined : suggestion("Change to 'awsvpc'", replace(field, 'awsvpc')),
    fixed: [example('EC2', '\n  "networkMode": "awsvpc",', '\n      "user": "1000:1000",')],
  },
  {
    id: 'host-pid-mode',
    member: 'pidMode',
    controls: ['ECS.3'],
    title: 'Tasks do not share the processes of their host',
    why: 'With the PID namespace of the host a container sees every process on the instance, with its environment and its secrets, and as root can stop or change it.',
    message:
      "The containers see all processes of their host, and as root can stop or change them. With 'task' they see those of their own task.",
    fix: (field) => suggestion("Change to 'task'", replace(field, 'task')),
    fixed: [example('EC2', '\n  "pidMode": "task",', '\n      "user": "1000:1000",')],
  },
  {
    id: 'host-ipc-mode',
    member: 'ipcMode',
    title: 'Tasks do not share the IPC resources of their host',
    why: 'With the IPC namespace of the host a container reads and writes the shared memory, semaphores and message queues of all other processes there.',
    message:
      "The containers share memory, semaphores and message queues with all processes of their host. With 'task' they share them with their own task.",
    fix: (field) => suggestion("Change to 'task'", replace(field, 'task')),
    fixed: [example('EC2', '\n  "ipcMode": "task",', '\n      "user": "1000:1000",')],
  },
];

export const rules = defineRules(table, ({ member, message, fix, ...row }) =>
  defineRule({
    ...row,
    category: 'security',
    severity: 'warning',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
    bad: [
      example(
        'EC2',
        `\n  "${member}": "host",\n//${' '.repeat(member.length + 4)}^^^^^^`,
        '\n      "user": "1000:1000",',
      ),
    ],
    good: [
      example('EC2', `\n  "${member}": "\${MODE}",`),
      // Refused there, which other rules tell.
      example('FARGATE')
        .replace(/ {2}"networkMode".*\n/, '')
        .replace('{\n', `{\n  "${member}": "host",\n`),
      example('WINDOWS', `\n  "${member}": "host",`),
    ],

    *check(task) {
      const field = task[member];
      if (field.literal !== 'host' || task.launchType('FARGATE') || task.isWindows !== false) return;
      const mend = fix(field, task);
      yield report(field, message, mend && { fix: mend });
    },
  }),
);
