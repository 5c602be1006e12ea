import { containerCpu, enlarged } from '../../model/fargate-size';
import { defineRule, report, resize } from '../rule';

export const rule = defineRule({
  id: 'container-cpu-sum-exceeds-task',
  category: 'correctness',
  severity: 'error',
  title: 'The cpu of the containers fits into the cpu of the task',
  why: 'Container cpu is a share of the task cpu; ECS refuses containers that ask for more than the whole.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  bad: [
    `{
  "family": "web",
  "cpu": "256",
//       ^^^^^
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "cpu": 200, "memory": 128 },
    { "name": "side", "image": "busybox:1.36", "cpu": 200, "memory": 64 }
  ]
}`,
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": ".5 vCPU",
//       ^^^^^^^^^
  "memory": "1024",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "cpu": 600 }]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "cpu": "400",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "cpu": 200, "memory": 128 },
    { "name": "side", "image": "busybox:1.36", "cpu": 200, "memory": 64 }
  ]
}`,
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "1024",
  "memory": "2048",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "cpu": 600 }]
}`,
  ],
  good: [
    `{
  "family": "web",
  "cpu": "256",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "cpu": 192, "memory": 128 },
    { "name": "side", "image": "busybox:1.36", "cpu": 64, "memory": 64 }
  ]
}`,
  ],

  *check(task) {
    const sum = containerCpu(task);
    if (task.cpuUnits === undefined || sum <= task.cpuUnits) return;
    const size = enlarged(task, { cpu: sum });
    yield report(
      task.cpu,
      `The containers ask for ${sum} CPU units together, but the task has ${task.cpuUnits}. Raise the task's 'cpu' or lower that of the containers.`,
      {
        ...(size && { fix: resize(task, size) }),
        related: task.containerDefinitions.items.flatMap(({ cpu }) =>
          cpu.literal ? [{ place: cpu, message: `${cpu.literal} CPU units of ${sum}` }] : [],
        ),
      },
    );
  },
});
