import { nextFargateSize, type TaskSize } from '../../model/fargate-size';
import type { TaskDefinition } from '../../model/task-definition';
import { defineRule, report, resize } from '../rule';

export const rule = defineRule({
  id: 'cost-oversized-task',
  category: 'cost',
  severity: 'hint',
  title: 'A task on Fargate is not twice as large as its containers',
  why: 'Fargate bills the size of the task, used or not. Where every container has a limit of cpu and memory, a task of less than half the size has room for all of them. Containers can use CPU that no other claims; memory beyond their limits they cannot use at all.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
  bad: [
    sized(`"4096",
//       ^^^^^^`),
  ],
  fixed: [sized('"512",').replace('8192', '1024')],
  good: [
    sized('"4096",').replace('"cpu": 256, ', ''),
    sized('"4096",').replace('"memory": 512 }', '"memory": 5120 }'),
    sized('"4096",').replace('FARGATE', 'EC2'),
    sized('"512",').replace('8192', '1024'),
  ],

  *check(task) {
    const { cpuUnits: cpu, memoryMiB: memory } = task;
    if (!task.launchType('FARGATE') || cpu === undefined || memory === undefined) return;
    const sum = limitsOf(task);
    const size = sum && nextFargateSize(sum, task.isWindows);
    if (!size || size.cpu * 2 > cpu || size.memory * 2 > memory) return;
    yield report(
      task.cpu,
      `The containers can use ${sum.cpu} CPU units and ${sum.memory} MiB together, but Fargate bills ${cpu} and ${memory}. A task of ${size.cpu} CPU units and ${size.memory} MiB has room for them.`,
      { fix: resize(task, size) },
    );
  },
});

/** What the containers can use together; undefined where one has no limit. */
function limitsOf({ containerDefinitions }: TaskDefinition): TaskSize | undefined {
  const limits = containerDefinitions.items.map(({ cpu, memory }) => ({ cpu: cpu.literal, memory: memory.literal }));
  return limits.reduce<TaskSize | undefined>(
    (sum, { cpu, memory }) => (sum && cpu && memory ? { cpu: sum.cpu + cpu, memory: sum.memory + memory } : undefined),
    limits.length > 0 ? { cpu: 0, memory: 0 } : undefined,
  );
}

function sized(cpu: string): string {
  return `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": ${cpu}
  "memory": "8192",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "cpu": 256, "memory": 512 },
    { "name": "side", "image": "busybox:1.36", "cpu": 128, "memory": 128 }
  ]
}`;
}
