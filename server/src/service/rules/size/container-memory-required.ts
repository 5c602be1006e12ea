import { nameOf } from '../../model/container';
import { defineRule, report, set, suggestion } from '../rule';

export const rule = defineRule({
  id: 'container-memory-required',
  category: 'correctness',
  severity: 'error',
  title: 'Memory is stated for the task, or for every container',
  why: 'Without a task-level memory, ECS needs memory or memoryReservation of each container to find room for the task.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
//            ^^^^^
      "image": "nginx:1.27",
      "cpu": 128
    },
    {
      "name": "side",
      "image": "busybox:1.36",
      "memoryReservation": 64
    }
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "cpu": 128,
      "memory": 512
    },
    {
      "name": "side",
      "image": "busybox:1.36",
      "memoryReservation": 64
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
    `{
  "family": "web",
  "memory": "512",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27" }]
}`,
  ],

  *check({ memory, containerDefinitions }) {
    if (memory.present) return;
    for (const container of containerDefinitions.items) {
      if (container.at.node?.type !== 'object') continue;
      if (container.memory.present || container.memoryReservation.present) continue;
      yield report(
        container.name,
        `The container ${nameOf(container)} has neither 'memory' nor 'memoryReservation', and the task has no 'memory'. State one of them in MiB.`,
        { fix: suggestion('Insert "memory": 512', set(container.at, 'memory', 512)) },
      );
    }
  },
});
