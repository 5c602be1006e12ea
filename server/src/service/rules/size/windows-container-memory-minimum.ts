import { containerMiB } from '../../data/task-limits';
import { nameOf } from '../../model/container';
import { example } from '../example';
import { defineRule, replace, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'windows-container-memory-minimum',
  category: 'compatibility',
  severity: 'warning',
  title: 'A Windows container has at least 256 MiB of memory',
  why: 'Windows containers do not start with less, so the agent raises a smaller value to 256 MiB: the instance then has more taken than the task definition says.',
  source: 'https://github.com/aws/amazon-ecs-agent/blob/master/agent/api/container/container_windows.go',
  bad: [example('WINDOWS').replace('"memory": 512', '"memory": 128\n//              ^^^')],
  fixed: [example('WINDOWS').replace('512', '256')],
  good: [
    example('WINDOWS').replace('512', '256'),
    example('EC2').replace('512', '128'),
    example('WINDOWS').replace('512', '"${MEMORY}"'),
  ],

  *check({ isWindows, containerDefinitions }) {
    if (!isWindows) return;
    for (const container of containerDefinitions.items) {
      const { memory } = container;
      const { least, leastOnWindows } = containerMiB;
      // Less is refused everywhere, which another rule tells.
      if (memory.literal === undefined || memory.literal < least || memory.literal >= leastOnWindows) continue;
      yield report(
        memory,
        `The Windows container ${nameOf(container)} gets ${leastOnWindows} MiB instead of ${memory.literal}. State ${leastOnWindows} or more.`,
        { fix: suggestion(`Change to ${leastOnWindows}`, replace(memory, leastOnWindows)) },
      );
    }
  },
});
