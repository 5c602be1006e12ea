import type { Container } from '../../model/container';
import type { TaskDefinition } from '../../model/task-definition';
import type { Fix } from '../../problem';
import { example } from '../example';
import { defineRule, remove, report, set, suggestion } from '../rule';

export const rule = defineRule({
  id: 'windows-task-size-ignored',
  category: 'compatibility',
  severity: 'information',
  title: 'A Windows task on instances is sized by its containers',
  why: 'The cpu and memory of the task are ignored for Windows containers, except on Fargate. Without values of their own, containers get next to no CPU, and no limit of memory.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  bad: [
    example('WINDOWS', '\n  "cpu": "1024",\n//       ^^^^^^\n  "memory": "2048",'),
    example('WINDOWS', '\n  "memory": "2 GB",\n//          ^^^^^^', '\n      "cpu": 512,'),
  ],
  fixed: [
    example('WINDOWS').replace('"memory": 512', '"memory": 512,\n      "cpu": 1024'),
    example('WINDOWS', '', '\n      "cpu": 512,'),
  ],
  good: [
    example('WINDOWS', '', '\n      "cpu": 512,'),
    example('WINDOWS_FARGATE'),
    example('EC2', '\n  "cpu": "1024",\n  "memory": "2048",'),
  ],

  *check(task) {
    const { cpu, memory, launchTypes } = task;
    if (!task.isWindows || launchTypes.length === 0 || launchTypes.includes('FARGATE')) return;
    const ignored = [cpu, memory].filter(({ present }) => present);
    const [first] = ignored;
    if (!first) return;
    const names = ignored.map(({ name }) => `'${name}'`).join(' and ');
    const mend = moveToContainer(task);
    yield report(
      first,
      `ECS ignores the task's ${names} on Windows. Give the containers 'cpu' and 'memory' instead.`,
      mend && { fix: mend },
    );
  },
});

/** What the only container lacks it gets from the task; how several would share it only a person knows. */
function moveToContainer(task: TaskDefinition): Fix | undefined {
  const [container, ...others] = task.containerDefinitions.items;
  if (!container || others.length > 0) return undefined;
  const { cpu, memory } = task;
  if ((cpu.present && task.cpuUnits === undefined) || (memory.present && task.memoryMiB === undefined))
    return undefined;
  return suggestion(
    'Move the size of the task to its container',
    ...setMissing(container, 'cpu', task.cpuUnits),
    ...setMissing(container, 'memory', task.memoryMiB),
    ...[cpu, memory].filter(({ present }) => present).map(remove),
  );
}

function setMissing(container: Container, name: 'cpu' | 'memory', value: number | undefined) {
  return value === undefined || container[name].present ? [] : [set(container.at, name, Math.floor(value))];
}
