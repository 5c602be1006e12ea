import { fargateCapabilities } from '../../data/fargate-limits';
import { capabilityName } from '../../model/capability';
import { nameOf } from '../../model/container';
import { example } from '../example';
import { defineRule, remove, report, shown, suggestion } from '../rule';

export const rule = defineRule({
  id: 'fargate-capability-add',
  category: 'compatibility',
  severity: 'error',
  title: 'A container on Fargate adds no capability but SYS_PTRACE',
  why: 'Capabilities that reach the host are closed on Fargate. ECS answers: “NET_ADMIN is not allowed on Fargate.”',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html',
  narrows: ['capability-unknown'],
  bad: [
    example(
      'FARGATE',
      '',
      `
      "linuxParameters": {
        "capabilities": {
          "add": [
            "SYS_PTRACE",
            "NET_ADMIN"
//          ^^^^^^^^^^^
          ]
        }
      },`,
    ),
  ],
  fixed: [
    example(
      'FARGATE',
      '',
      `
      "linuxParameters": {
        "capabilities": {
          "add": [
            "SYS_PTRACE"
          ]
        }
      },`,
    ),
  ],
  good: [
    example(
      'FARGATE',
      '',
      '\n      "linuxParameters": { "capabilities": { "add": ["SYS_PTRACE"], "drop": ["NET_RAW"] } },',
    ),
    example('FARGATE', '', '\n      "linuxParameters": { "capabilities": { "add": ["${CAPABILITY}"] } },'),
    example('EC2', '', '\n      "linuxParameters": { "capabilities": { "add": ["NET_ADMIN"] } },'),
  ],

  *check({ launchType, isWindows, containerDefinitions }) {
    // On Windows there are no Linux parameters at all, which another rule tells.
    if (!launchType('FARGATE') || isWindows) return;
    for (const container of containerDefinitions.items) {
      for (const capability of container.linuxParameters.capabilities.add.items) {
        if (capability.literal === undefined || fargateCapabilities.includes(capabilityName(capability.literal)))
          continue;
        yield report(
          capability,
          `The container ${nameOf(container)} cannot add ${shown(capability)}: on Fargate ${fargateCapabilities.join(', ')} is the only capability to add.`,
          { fix: suggestion(`Remove ${shown(capability)}`, remove(capability)) },
        );
      }
    }
  },
});
