import { containerMiB } from '../../data/task-limits';
import { type Container, nameOf } from '../../model/container';
import type { Field } from '../../model/field';
import { defineRule, replace, report, suggestion } from '../rule';

const usual = 128;

export const rule = defineRule({
  id: 'container-memory-minimum',
  category: 'correctness',
  severity: 'error',
  title: 'A container has at least 6 MiB of memory',
  why: 'Docker reserves 6 MiB for a container, or 4 MiB before version 20.10, and starts none with less. A value of 4 or 5 is a warning.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  narrows: ['invalid-value'],
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 0 },
//                                                    ^
    { "name": "side", "image": "busybox:1.36", "memory": 64, "memoryReservation": 4 }
//                                                                                ^
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "containerDefinitions": [
    { "name": "app", "image": "nginx:1.27", "memory": 128 },
    { "name": "side", "image": "busybox:1.36", "memory": 64, "memoryReservation": 64 }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 6 }]
}`,
    `{
  "family": "web",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": "\${MEMORY}" }]
}`,
  ],

  *check({ isWindows, containerDefinitions }) {
    for (const container of containerDefinitions.items)
      for (const field of [container.memory, container.memoryReservation]) {
        const { literal: value } = field;
        if (value === undefined || !Number.isInteger(value) || value >= containerMiB.leastSinceDocker20) continue;
        const refused = value < containerMiB.least;
        // On Windows the agent raises a small value.
        if (!refused && isWindows !== false) continue;
        const enough = enoughFor(container, field);
        yield report(
          field,
          `The container ${nameOf(container)} has ${value} MiB as its '${field.name}'. Docker needs ${containerMiB.leastSinceDocker20} MiB at least.`,
          {
            ...(!refused && { severity: 'warning' }),
            fix: suggestion(`Change to ${enough}`, replace(field, enough)),
          },
        );
      }
  },
});

/** A usual size, and no reservation above the limit. */
function enoughFor({ memory, memoryReservation }: Container, field: Field<number>): number {
  const isLimit = field.node === memory.node;
  const other = (isLimit ? memoryReservation : memory).literal ?? 0;
  const within = isLimit ? Math.max(usual, other) : Math.min(usual, other);
  return within < containerMiB.leastSinceDocker20 ? usual : within;
}
