import { nameOf } from '../../model/container';
import { example } from '../example';
import { defineRule, remove, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'capabilities-with-privileged',
  category: 'correctness',
  severity: 'information',
  title: 'A privileged container lists no capabilities',
  why: 'A privileged container has every capability, whatever is added or dropped. Without privileged, the few that it needs can be added.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html',
  bad: [
    example(
      'EC2',
      '',
      `
      "privileged": true,
      "linuxParameters": {
        "capabilities": { "drop": ["NET_RAW"] },
//      ^^^^^^^^^^^^^^
        "initProcessEnabled": true
      },`,
    ),
  ],
  fixed: [
    example(
      'EC2',
      '',
      `
      "privileged": true,
      "linuxParameters": {
        "initProcessEnabled": true
      },`,
    ),
  ],
  good: [
    example(
      'EC2',
      '',
      '\n      "privileged": false,\n      "linuxParameters": { "capabilities": { "drop": ["ALL"] } },',
    ),
    example('EC2', '', '\n      "privileged": true,\n      "linuxParameters": { "capabilities": { "drop": [] } },'),
    example(
      'EC2',
      '',
      '\n      "privileged": "${PRIVILEGED}",\n      "linuxParameters": { "capabilities": { "drop": ["ALL"] } },',
    ),
  ],

  *check({ launchType, isWindows, containerDefinitions }) {
    // Where no container can be privileged, another rule tells so.
    if (launchType('FARGATE') || isWindows) return;
    for (const container of containerDefinitions.items) {
      const { capabilities } = container.linuxParameters;
      if (container.privileged.literal !== true || capabilities.add.items.length + capabilities.drop.items.length === 0)
        continue;
      yield report(
        capabilities.at,
        `The container ${nameOf(container)} is privileged, so it has all capabilities whatever stands here. Remove the list, or 'privileged'.`,
        {
          fix: suggestion("Remove 'capabilities'", remove(capabilities.at)),
          related: [{ place: container.privileged, message: 'Privileged here' }],
        },
      );
    }
  },
});
