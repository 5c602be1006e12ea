import type { Field } from '../../model/field';
import type { Fix } from '../../problem';
import { defineRule, quote, replace, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'task-cpu-memory-not-string',
  category: 'correctness',
  severity: 'error',
  title: 'Task-level cpu and memory are strings',
  why: 'The API takes strings here, because values such as "1 vCPU" and "2 GB" are allowed too; the AWS CLI and the SDKs refuse a number. Containers are the other way round.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  narrows: ['invalid-type'],
  notIn: { cloudformation: 'CloudFormation converts numbers to strings.' },
  bad: [
    `{
  "family": "web",
  "cpu": 256,
//       ^^^
  "memory": 512,
//          ^^^
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27" }]
}`,
    `{
  "family": "web",
  "cpu": 0.5,
//       ^^^
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "cpu": "256",
  "memory": "512",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27" }]
}`,
    `{
  "family": "web",
  "cpu": "0.5 vCPU",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}`,
  ],
  good: [
    `{
  "family": "web",
  "cpu": "256",
  "memory": "0.5 GB",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27" }]
}`,
  ],

  *check({ cpu, memory }) {
    yield* checkSize(cpu, 'vCPU');
    yield* checkSize(memory, 'GB');
  },
});

function* checkSize(field: Field<string>, unit: 'vCPU' | 'GB') {
  if (field.node?.type !== 'number') return;
  const { value } = field.node;
  const whole = Number.isInteger(value);
  const text = whole ? String(value) : `${value} ${unit}`;
  const mend: Fix | undefined = whole ? quote(field) : suggestion(`Write "${text}"`, replace(field, text));
  yield report(
    field,
    `The task-level '${field.name}' must be a string, not a number: write "${text}".`,
    mend && { fix: mend },
  );
}
