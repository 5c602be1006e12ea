import { nameOf } from '../../model/container';
import { defineRule, replace, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'container-memory-exceeds-task',
  category: 'correctness',
  severity: 'error',
  title: 'No container has more memory than its task',
  why: 'The containers of a task share the memory of the task; ECS refuses a container limit above it.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  bad: [
    `{
  "family": "web",
  "memory": "0.5 GB",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 1024 }]
//                                                                           ^^^^
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "memory": "0.5 GB",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 512 }]
}`,
  ],
  good: [
    `{
  "family": "web",
  "memory": "512",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 512 }]
}`,
  ],

  *check(task) {
    const most = task.memoryMiB;
    if (most === undefined) return;
    for (const container of task.containerDefinitions.items) {
      const { memory, memoryReservation } = container;
      if (memory.literal === undefined || memory.literal <= most) continue;
      yield report(
        memory,
        `The container ${nameOf(container)} has ${memory.literal} MiB, more than the ${most} MiB of the task. Lower it, or raise the task's 'memory'.`,
        {
          ...(most >= (memoryReservation.literal ?? 0) && {
            fix: suggestion(`Lower to ${most}`, replace(memory, Math.floor(most))),
          }),
          related: [{ place: task.memory, message: 'The memory of the task' }],
        },
      );
    }
  },
});
