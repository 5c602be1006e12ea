import { nameOf } from '../../model/container';
import { defineRule, replace, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'memory-reservation-exceeds-memory',
  category: 'correctness',
  severity: 'error',
  title: 'memoryReservation is at most memory',
  why: 'memory is the hard limit of a container and memoryReservation the soft one below it; ECS refuses a soft limit above the hard one.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 256, "memoryReservation": 512 }
//                                                                              ^^^
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 512, "memoryReservation": 256 }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 256, "memoryReservation": 256 }
  ]
}`,
  ],

  *check({ containerDefinitions }) {
    for (const container of containerDefinitions.items) {
      const { memory, memoryReservation } = container;
      const [hard, soft] = [memory.literal, memoryReservation.literal];
      if (hard === undefined || soft === undefined || soft <= hard) continue;
      yield report(
        memoryReservation,
        `The container ${nameOf(container)} reserves ${soft} MiB, but its 'memory' limits it to ${hard} MiB. Raise 'memory' or lower 'memoryReservation'.`,
        {
          fix: suggestion(
            "Swap 'memory' and 'memoryReservation'",
            replace(memory, soft),
            replace(memoryReservation, hard),
          ),
          related: [{ place: memory, message: `The hard limit of ${hard} MiB` }],
        },
      );
    }
  },
});
