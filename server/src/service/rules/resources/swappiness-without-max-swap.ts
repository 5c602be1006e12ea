import { example, marked } from '../example';
import { defineRule, report, set, suggestion } from '../rule';

export const rule = defineRule({
  id: 'swappiness-without-max-swap',
  category: 'correctness',
  severity: 'warning',
  title: 'A container with swappiness has maxSwap as well',
  why: 'ECS ignores swappiness where maxSwap is missing. On Amazon Linux 2023 it does not exist at all.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html',
  bad: [example('EC2', '', marked('      "linuxParameters": { "swappiness": 10 },', '10'))],
  fixed: [example('EC2', '', '\n      "linuxParameters": { "swappiness": 10, "maxSwap": 512 },')],
  good: [
    example('EC2', '', '\n      "linuxParameters": { "swappiness": 10, "maxSwap": 512 },'),
    example('EC2', '', '\n      "linuxParameters": { "maxSwap": 512 },'),
    example('FARGATE', '', '\n      "linuxParameters": { "swappiness": 10 },'),
    example('WINDOWS', '', '\n      "linuxParameters": { "swappiness": 10 },'),
  ],

  *check({ launchType, isWindows, containerDefinitions }) {
    // Where there is no swap, or no Linux, another rule tells so.
    if (launchType('FARGATE') || isWindows !== false) return;
    for (const { linuxParameters, memory } of containerDefinitions.items) {
      const { swappiness, maxSwap, at } = linuxParameters;
      if (swappiness.literal === undefined || maxSwap.present) continue;
      const swap = memory.literal ?? 512;
      yield report(swappiness, "Without 'maxSwap' ECS ignores 'swappiness'. State how much the container can swap.", {
        fix: suggestion(`Insert "maxSwap": ${swap}`, set(at, 'maxSwap', swap)),
      });
    }
  },
});
