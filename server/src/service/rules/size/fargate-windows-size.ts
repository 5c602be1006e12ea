import { fargateSizes } from '../../data/fargate-sizes';
import { nextFargateSize, type TaskSize } from '../../model/fargate-size';
import { example } from '../example';
import { defineRule, report, resize } from '../rule';

const windowsSizes = fargateSizes.filter(({ windows }) => windows);

export const rule = defineRule({
  id: 'fargate-windows-size',
  category: 'compatibility',
  severity: 'error',
  title: 'A Windows task on Fargate has 1, 2 or 4 vCPUs',
  why: 'Of the sizes of Fargate, Windows has those with 1, 2 and 4 vCPUs only. ECS answers: “No Fargate configuration exists for given values”.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
  narrows: ['fargate-cpu-memory-combination'],
  bad: [
    windows(`"512",
//       ^^^^^`),
    windows(`"8 vCPU",
//       ^^^^^^^^`).replace('2048', '16384'),
  ],
  fixed: [windows('"1024",'), windows('"4096",').replace('2048', '16384')],
  good: [
    example('WINDOWS_FARGATE'),
    example('FARGATE').replace('"1024"', '"512"'),
    example('WINDOWS').replace('"containerDefinitions"', '"cpu": "512",\n  "containerDefinitions"'),
    windows('"512",').replace('WINDOWS_SERVER_2022_CORE', '${FAMILY}'),
  ],

  *check(task) {
    const { cpuUnits: cpu, memoryMiB: memory, isWindows } = task;
    if (!isWindows || !task.launchType('FARGATE') || cpu === undefined) return;
    const [least, most] = [windowsSizes[0], windowsSizes.at(-1)];
    if (!least || !most || (cpu >= least.cpu && cpu <= most.cpu)) return;
    const size = nextFargateSize({ cpu, memory: memory ?? 0 }, isWindows) ?? largest(memory ?? 0);
    yield report(
      task.cpu,
      `Windows tasks on Fargate have ${windowsSizes.map((row) => row.cpu).join(', ')} CPU units, not ${cpu}. Use the next of these.`,
      {
        ...(size && { fix: resize(task, memory === undefined ? { cpu: size.cpu } : size) }),
        covers: [task.memory],
      },
    );
  },
});

/** The largest cpu, with no more memory than there was. */
function largest(memory: number): TaskSize | undefined {
  const row = windowsSizes.at(-1);
  const most = row?.memory.findLast((choice) => choice <= memory) ?? row?.memory[0];
  return row && most !== undefined ? { cpu: row.cpu, memory: most } : undefined;
}

function windows(cpu: string): string {
  return example('WINDOWS_FARGATE').replace('"1024",', cpu);
}
