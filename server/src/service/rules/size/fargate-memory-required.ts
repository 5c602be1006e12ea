import { containerCpu, containerMemory, nextFargateSize, type TaskSize } from '../../model/fargate-size';
import type { TaskDefinition } from '../../model/task-definition';
import { example } from '../example';
import { defineRule, report, resize } from '../rule';

export const rule = defineRule({
  id: 'fargate-memory-required',
  category: 'correctness',
  severity: 'error',
  title: 'A task definition for Fargate states the memory of the task',
  why: "Fargate provides and bills a task by its size. ECS answers: “Fargate requires that 'memory' be defined at the task level.” The memory of containers does not stand in for it.",
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
  bad: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
//                            ^^^^^^^^^
  "cpu": "512",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 1500
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "512",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 1500
    }
  ],
  "memory": "2048"
}`,
  ],
  good: [example('FARGATE'), example('EC2')],

  *check(task) {
    const fargate = task.launchType('FARGATE');
    if (!fargate || task.memory.present) return;
    const least = leastSize(task);
    yield report(
      fargate,
      "Fargate requires that 'memory' be defined at the task level. Add it as a string of MiB, one that goes with the 'cpu' of the task.",
      least && { fix: resize(task, least) },
    );
  },
});

/** The smallest size with room for the containers; unknown where the cpu is. */
function leastSize(task: TaskDefinition): TaskSize | undefined {
  const cpu = task.cpu.present ? task.cpuUnits : containerCpu(task);
  return cpu === undefined ? undefined : nextFargateSize({ cpu, memory: containerMemory(task) }, task.isWindows);
}
