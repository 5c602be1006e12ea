import { cpuShares } from '../../data/task-limits';
import { nameOf } from '../../model/container';
import { example } from '../example';
import { defineRule, replace, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'linux-cpu-shares-bounds',
  category: 'reliability',
  severity: 'information',
  title: 'The cpu of a container is one that the Linux kernel can keep',
  why: 'The kernel has 2 to 262144 shares. A container with less or more is accepted, and gets the nearest of these.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  bad: [
    example('EC2', '', '\n      "cpu": 1,\n//           ^'),
    example('EC2', '', '\n      "cpu": 300000,\n//           ^^^^^^'),
  ],
  fixed: [example('EC2', '', '\n      "cpu": 2,'), example('EC2', '', '\n      "cpu": 262144,')],
  good: [
    example('EC2', '', '\n      "cpu": 262144,'),
    example('EC2', '', '\n      "cpu": 0,'),
    example('WINDOWS', '', '\n      "cpu": 1,'),
  ],

  *check({ launchType, isWindows, containerDefinitions }) {
    if (!launchType('EC2') || isWindows !== false) return;
    const { least, most } = cpuShares;
    for (const container of containerDefinitions.items) {
      const value = container.cpu.literal;
      // 0 stands for the least as well, on purpose.
      if (value === undefined || value <= 0 || (value >= least && value <= most)) continue;
      const nearby = value < least ? least : most;
      yield report(
        container.cpu,
        `Linux gives the container ${nameOf(container)} ${nearby} CPU shares instead of ${value}. Write ${nearby}.`,
        { fix: suggestion(`Change to ${nearby}`, replace(container.cpu, nearby)) },
      );
    }
  },
});
