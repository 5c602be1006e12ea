import { fargateLargeCpu } from '../../data/fargate-limits';
import { fargateSizes } from '../../data/fargate-sizes';
import { example } from '../example';
import { defineRule, report } from '../rule';

export const rule = defineRule({
  id: 'fargate-large-size-platform',
  category: 'compatibility',
  severity: 'information',
  title: 'Tasks with 8 vCPUs and more run on platform version 1.4.0 or later',
  why: 'Fargate has its large sizes on the Linux platform version 1.4.0 only, which is also LATEST. A service or a run that asks for an older version fails with PlatformTaskDefinitionIncompatibilityException.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  bad: [
    sized(`"16384",
//       ^^^^^^^`),
  ],
  good: [sized('"4096",').replace('32768', '16384'), sized('"16384",').replace('FARGATE', 'EC2'), sized('"${CPU}",')],

  *check(task) {
    const cpu = task.cpuUnits;
    if (cpu === undefined || cpu < fargateLargeCpu || task.isWindows || !task.launchType('FARGATE')) return;
    if (!fargateSizes.some((size) => size.cpu === cpu)) return;
    yield report(
      task.cpu,
      `Fargate has ${cpu} CPU units on the platform version 1.4.0 or later: run this task with 'platformVersion' LATEST or 1.4.0.`,
    );
  },
});

function sized(cpu: string): string {
  return example('FARGATE').replace('"1024",', cpu).replace('2048', '32768');
}
