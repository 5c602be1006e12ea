import type { Field } from '../../model/field';
import { cpuUnits, memoryMiB } from '../../model/size';
import { defineRule, fix, replace, report } from '../rule';

export const rule = defineRule({
  id: 'container-cpu-memory-not-integer',
  category: 'correctness',
  severity: 'error',
  title: 'cpu and memory of a container are whole numbers',
  why: 'A container takes CPU units and MiB as numbers. Strings, "1 vCPU" and "0.5 GB" are for the task level only.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  narrows: ['invalid-type'],
  notIn: { cloudformation: 'CloudFormation converts strings of digits to numbers.' },
  bad: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "cpu": "1 vCPU",
//           ^^^^^^^^
      "memory": "0.5GB",
//              ^^^^^^^
      "memoryReservation": "256"
//                         ^^^^^
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
      "cpu": 1024,
      "memory": 512,
      "memoryReservation": 256
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "cpu": 256, "memory": 512 }]
}`,
    `{
  "family": "web",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": "\${MEMORY}" }]
}`,
  ],

  *check({ containerDefinitions }) {
    for (const { cpu, memory, memoryReservation } of containerDefinitions.items) {
      yield* checkNumber(cpu, 'CPU units', cpuUnits);
      yield* checkNumber(memory, 'MiB', memoryMiB);
      yield* checkNumber(memoryReservation, 'MiB', memoryMiB);
    }
  },
});

function* checkNumber(field: Field<number>, unit: string, read: (text: string) => number | undefined) {
  if (field.node?.type !== 'string' || field.unresolved) return;
  const value = read(field.node.value);
  const message = `The '${field.name}' of a container must be a whole number of ${unit}, not a string`;
  yield value !== undefined && Number.isInteger(value)
    ? report(field, `${message}: write ${value}.`, { fix: fix(`Write ${value}`, replace(field, value)) })
    : report(field, `${message}.`);
}
