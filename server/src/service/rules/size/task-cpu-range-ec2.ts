import { taskCpuUnits } from '../../data/task-limits';
import { containerCpu } from '../../model/fargate-size';
import type { TaskDefinition } from '../../model/task-definition';
import type { Fix } from '../../problem';
import { example } from '../example';
import { defineRule, report, resize } from '../rule';

export const rule = defineRule({
  id: 'task-cpu-range-ec2',
  category: 'correctness',
  severity: 'error',
  title: 'The cpu of a task on instances is between 128 CPU units and 192 vCPUs',
  why: "Outside of this range ECS answers: “Invalid 'cpu' setting for task.” The documentation is of two minds about 128 to 255 CPU units: the API reference allows them and AWS's own examples use them, the page on this error does not; so they are only mentioned.",
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html',
  bad: [
    example('EC2', '\n  "cpu": "64",\n//       ^^^^'),
    example('EC2', '\n  "cpu": "200 vCPU",\n//       ^^^^^^^^^^'),
    example('EXTERNAL', '\n  "cpu": "128",\n//       ^^^^^'),
  ],
  fixed: [
    example('EC2', '\n  "cpu": "256",'),
    example('EC2', '\n  "cpu": "196608",'),
    example('EXTERNAL', '\n  "cpu": "256",'),
  ],
  good: [
    example('EC2', '\n  "cpu": "256",'),
    example('MANAGED_INSTANCES', '\n  "cpu": "192 vCPU",'),
    example('EC2', '\n  "cpu": "${CPU}",'),
    example('WINDOWS', '\n  "cpu": "64",'),
  ],

  *check(task) {
    const cpu = task.cpuUnits;
    // Windows ignores the member, and whether ECS checks it then is not documented.
    if (cpu === undefined || task.isWindows !== false || !hasInstances(task)) return;
    const { least, leastByErrorPage, most } = taskCpuUnits;
    if (cpu >= leastByErrorPage && cpu <= most) return;
    const doubtful = cpu >= least && cpu <= most;
    yield report(
      task.cpu,
      doubtful
        ? `AWS documents ${least} as well as ${leastByErrorPage} CPU units as the least that a task can have, so ECS may refuse ${cpu}. Use ${leastByErrorPage} or more.`
        : `A task has ${least} to ${most} CPU units, not ${cpu}.`,
      { ...(doubtful && { severity: 'information' }), fix: clamp(task, cpu) },
    );
  },
});

/** Fargate has a table of sizes instead. */
function hasInstances({ launchTypes }: TaskDefinition): boolean {
  return launchTypes.length > 0 && !launchTypes.includes('FARGATE');
}

function clamp(task: TaskDefinition, cpu: number): Fix {
  const { leastByErrorPage, most } = taskCpuUnits;
  return resize(task, { cpu: cpu > most ? most : Math.max(leastByErrorPage, containerCpu(task)) });
}
