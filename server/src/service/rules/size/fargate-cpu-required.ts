import { containerCpu, nextFargateSize } from '../../model/fargate-size';
import { defineRule, report, resize } from '../rule';

export const rule = defineRule({
  id: 'fargate-cpu-required',
  category: 'correctness',
  severity: 'error',
  title: 'A task definition for Fargate states the cpu of the task',
  why: 'Fargate provides and bills a task by its size, so ECS refuses a task definition for Fargate without a task-level cpu.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
  bad: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
//                            ^^^^^^^^^
  "memory": "1024",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "cpu": 300
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "memory": "1024",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "cpu": 300
    }
  ],
  "cpu": "512"
}`,
  ],
  good: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "256",
  "memory": "512",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27" }]
}`,
    `{
  "family": "web",
  "requiresCompatibilities": ["EC2"],
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],

  *check(task) {
    const fargate = task.launchType('FARGATE');
    if (!fargate || task.cpu.present) return;
    const least = nextFargateSize({ cpu: containerCpu(task), memory: task.memoryMiB ?? 0 }, task.isWindows);
    yield report(
      fargate,
      "Fargate requires that 'cpu' be defined at the task level. Add it as a string of CPU units, 1024 for one vCPU.",
      least && { fix: resize(task, { cpu: least.cpu }) },
    );
  },
});
