import { ephemeralStorageGiB } from '../../data/ephemeral-storage';
import { example } from '../example';
import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'cost-ephemeral-storage',
  category: 'cost',
  severity: 'hint',
  title: 'Ephemeral storage beyond 20 GiB costs extra',
  why: 'Every task on Fargate has 20 GiB without charge. What it has beyond is billed for each GB and hour of the task, used or not.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html',
  bad: [example('FARGATE', '\n  "ephemeralStorage": { "sizeInGiB": 200 },\n//                                   ^^^')],
  good: [
    example('FARGATE'),
    example('FARGATE', '\n  "ephemeralStorage": { "sizeInGiB": "${SIZE}" },'),
    example('FARGATE', '\n  "ephemeralStorage": { "sizeInGiB": 20 },'),
  ],

  *check({ launchType, ephemeralStorage: { sizeInGiB } }) {
    const size = sizeInGiB.literal;
    const { least, most, default: free } = ephemeralStorageGiB;
    if (!launchType('FARGATE') || size === undefined || size < least || size > most) return;
    yield report(
      sizeInGiB,
      `Fargate bills ${size - free} GiB of this storage for as long as a task runs; ${free} GiB are without charge.`,
    );
  },
});
