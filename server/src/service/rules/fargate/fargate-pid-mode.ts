import { refusesValue } from '../../model/support';
import { example } from '../example';
import { defineRule, remove, replace, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'fargate-pid-mode',
  category: 'compatibility',
  severity: 'error',
  title: 'Containers on Fargate share processes with their task at most',
  why: "A task on Fargate cannot see the processes of the machine it is on. ECS answers: “Tasks using the Fargate launch type do not support pidMode 'host'. The supported value for pidMode is 'task'.” With Windows there is no PID mode at all.",
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  narrows: ['windows-unsupported-parameter'],
  bad: [
    example('FARGATE', '\n  "pidMode": "host",\n//           ^^^^^^'),
    example('WINDOWS_FARGATE', '\n  "pidMode": "task",\n//           ^^^^^^'),
  ],
  fixed: [example('FARGATE', '\n  "pidMode": "task",'), example('WINDOWS_FARGATE')],
  good: [example('FARGATE', '\n  "pidMode": "task",'), example('EC2', '\n  "pidMode": "host",')],

  *check(task) {
    const { pidMode, isWindows } = task;
    if (!refusesValue('FARGATE', 'pidMode', pidMode.literal, task)) return;
    yield report(
      pidMode,
      isWindows
        ? "Windows containers on Fargate have no PID mode. Remove 'pidMode'."
        : "A task on Fargate cannot see the processes of its host. With 'task' its containers see those of each other.",
      {
        fix: isWindows
          ? suggestion("Remove 'pidMode'", remove(pidMode))
          : suggestion("Change to 'task'", replace(pidMode, 'task')),
      },
    );
  },
});
