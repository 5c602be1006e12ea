import { nameOf } from '../../model/container';
import { example } from '../example';
import { defineRule, report, set, suggestion } from '../rule';

export const rule = defineRule({
  id: 'no-memory-limit-on-shared-host',
  category: 'reliability',
  severity: 'hint',
  title: 'A container on a shared instance has a hard limit of memory',
  why: 'A reservation only finds room for a container. One that leaks memory takes all that the instance has, and the kernel may kill a container of another task for it.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  bad: [example('EC2').replace('"memory": 512', '"memoryReservation": 256\n//                         ^^^')],
  fixed: [example('EC2').replace('"memory": 512', '"memoryReservation": 256,\n      "memory": 512')],
  good: [
    example('EC2', '', '\n      "memoryReservation": 256,'),
    example('EXTERNAL', '\n  "memory": "1024",').replace('"memory": 512', '"memoryReservation": 256'),
    example('FARGATE').replace('"memory": 512', '"memoryReservation": 256'),
  ],

  *check({ launchType, isWindows, memory, containerDefinitions }) {
    if (memory.present || isWindows !== false) return;
    if (launchType('FARGATE') || !(launchType('EC2') ?? launchType('EXTERNAL'))) return;
    for (const container of containerDefinitions.items) {
      const reserved = container.memoryReservation.literal;
      if (reserved === undefined || container.memory.present) continue;
      const twice = reserved * 2;
      yield report(
        container.memoryReservation,
        `The container ${nameOf(container)} reserves ${reserved} MiB but may use all memory of its instance. Limit it with 'memory'.`,
        { fix: suggestion(`Insert "memory": ${twice}`, set(container.at, 'memory', twice)) },
      );
    }
  },
});
