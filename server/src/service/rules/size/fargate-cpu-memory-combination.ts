import { type FargateCpu, fargateSizes } from '../../data/fargate-sizes';
import { nextFargateSize } from '../../model/fargate-size';
import { defineRule, report, resize } from '../rule';

export const rule = defineRule({
  id: 'fargate-cpu-memory-combination',
  category: 'correctness',
  severity: 'error',
  title: 'cpu and memory of the task are a size that Fargate has',
  why: 'Fargate has a fixed table of sizes: each cpu value goes with certain memory values, and ECS refuses any other pair.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
  bad: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "512",
  "memory": "5120",
//          ^^^^^^
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27"
    }
  ]
}`,
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "300",
//       ^^^^^
  "memory": "1 GB",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27"
    }
  ]
}`,
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "1 vCPU",
  "memory": "0.5 GB",
//          ^^^^^^^^
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27"
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "1024",
  "memory": "5120",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27"
    }
  ]
}`,
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "512",
  "memory": "1 GB",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27"
    }
  ]
}`,
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "1 vCPU",
  "memory": "2048",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27"
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": ".25 vCPU",
  "memory": "0.5GB",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27"
    }
  ]
}`,
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "32768",
  "memory": "249856",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27"
    }
  ]
}`,
  ],

  *check(task) {
    const { cpuUnits: cpu, memoryMiB: memory } = task;
    if (!task.launchType('FARGATE') || cpu === undefined) return;
    const row = fargateSizes.find((size) => size.cpu === cpu);
    if (row && (memory === undefined || row.memory.includes(memory))) return;
    const next = nextFargateSize({ cpu, memory: memory ?? 0 }, task.isWindows);
    const mend = next && { fix: resize(task, memory === undefined ? { cpu: next.cpu } : next) };
    yield row
      ? report(
          task.memory,
          `Fargate has no size with ${cpu} CPU units and ${memory} MiB. With ${cpu} CPU units, memory is ${choices(row)}.`,
          mend,
        )
      : report(
          task.cpu,
          `Fargate has no size with ${cpu} CPU units. Use ${list(fargateSizes.map((size) => size.cpu))}.`,
          mend,
        );
  },
});

function choices({ memory }: FargateCpu): string {
  const [first = 0, second = 0] = memory;
  return memory.length < 5 ? `${list(memory)} MiB` : `${first} to ${memory.at(-1)} MiB in steps of ${second - first}`;
}

function list(values: readonly number[]): string {
  return `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}
