import { containerMemory, enlarged } from '../../model/fargate-size';
import { defineRule, report, resize } from '../rule';

export const rule = defineRule({
  id: 'container-memory-sum-exceeds-task',
  category: 'reliability',
  severity: 'warning',
  title: 'The memory that the containers reserve fits into the memory of the task',
  why: 'AWS documents that the memory reserved for all containers must stay below the memory of the task. A container reserves its memoryReservation, or its memory where it has none. Containers that use what they reserve run the task out of memory, and one of them is killed.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  bad: [
    `{
  "family": "web",
  "memory": "512",
//          ^^^^^
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 400 },
    { "name": "side", "image": "busybox:1.36", "memory": 500, "memoryReservation": 200 }
  ]
}`,
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "256",
  "memory": "1 GB",
//          ^^^^^^
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 1024 },
    { "name": "side", "image": "busybox:1.36", "memory": 256 }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "memory": "600",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 400 },
    { "name": "side", "image": "busybox:1.36", "memory": 500, "memoryReservation": 200 }
  ]
}`,
    `{
  "family": "web",
  "networkMode": "awsvpc",
  "requiresCompatibilities": ["FARGATE"],
  "cpu": "256",
  "memory": "2048",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 1024 },
    { "name": "side", "image": "busybox:1.36", "memory": 256 }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "memory": "512",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 384 },
    { "name": "side", "image": "busybox:1.36", "memory": 512, "memoryReservation": 128 }
  ]
}`,
    `{
  "family": "web",
  "memory": "512",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": "\${MEMORY}" },
    { "name": "side", "image": "busybox:1.36", "memory": 400 }
  ]
}`,
  ],

  *check(task) {
    const most = task.memoryMiB;
    const sum = containerMemory(task);
    if (most === undefined || sum <= most) return;
    const { items } = task.containerDefinitions;
    // A container that is too large alone has a finding of its own.
    if (items.some(({ memory }) => (memory.literal ?? 0) > most)) return;
    const size = enlarged(task, { memory: sum });
    yield report(
      task.memory,
      `The containers reserve ${sum} MiB together, but the task has ${most}. Raise the task's 'memory', or lower that of the containers.`,
      {
        ...(size && { fix: resize(task, size) }),
        related: items.flatMap(({ memory, memoryReservation }) => {
          const reserved = memoryReservation.present ? memoryReservation : memory;
          return reserved.literal ? [{ place: reserved, message: `${reserved.literal} MiB of ${sum}` }] : [];
        }),
      },
    );
  },
});
