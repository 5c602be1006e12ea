import { nameOf } from '../../model/container';
import { areLaunchTypesKnown } from '../../model/launch-type';
import { example } from '../example';
import { defineRule, report, set, suggestion } from '../rule';

export const rule = defineRule({
  id: 'windows-container-cpu-zero',
  category: 'reliability',
  severity: 'warning',
  title: 'A Windows container on an instance states its cpu',
  why: 'On Windows instances cpu is a limit, not a share: without it, or with 0, a container gets one hundredth of a CPU.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
  bad: [
    example('WINDOWS').replace('    {\n      "name"', '    {\n//  ^\n      "name"'),
    example('WINDOWS', '', '\n      "cpu": 0,\n//           ^'),
  ],
  fixed: [
    example('WINDOWS').replace('"memory": 512', '"memory": 512,\n      "cpu": 1024'),
    example('WINDOWS', '', '\n      "cpu": 1024,'),
  ],
  good: [
    example('WINDOWS', '', '\n      "cpu": 512,'),
    example('WINDOWS', '', '\n      "cpu": "${CPU}",'),
    example('WINDOWS_FARGATE'),
    example('EC2'),
  ],

  *check(task) {
    // What Fargate does is not documented.
    if (!task.isWindows || task.launchType('FARGATE') || !areLaunchTypesKnown(task)) return;
    for (const container of task.containerDefinitions.items) {
      const { at, cpu } = container;
      if (at.node?.type !== 'object' || (cpu.present && cpu.literal !== 0)) continue;
      yield report(
        cpu,
        `Windows gives the container ${nameOf(container)} 1 % of a CPU, because it has ${cpu.present ? "a 'cpu' of 0" : "no 'cpu'"}. State its CPU units, 1024 for one vCPU.`,
        { fix: suggestion('Set cpu to 1024', set(at, 'cpu', 1024)) },
      );
    }
  },
});
