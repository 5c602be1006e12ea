import { dangerousCapabilities } from '../../data/dangerous-capabilities';
import { nameOf } from '../../model/container';
import { example } from '../example';
import { defineRule, remove, report, suggestion } from '../rule';

export const rule = defineRule({
  id: 'dangerous-capability',
  category: 'security',
  severity: 'warning',
  title: 'No container has a capability that leads out of it',
  why: 'With some capabilities a container changes its host: who breaks into the one has the other as well. SYS_PTRACE, which debuggers and tracers need, reaches the processes that the container sees, and is a hint only.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html',
  bad: [
    capabilities(`["NET_BIND_SERVICE", "SYS_ADMIN", "SYS_PTRACE"]
//                                    ^^^^^^^^^^^  ^^^^^^^^^^^^`),
  ],
  fixed: [capabilities('["NET_BIND_SERVICE"]')],
  good: [
    capabilities('["NET_BIND_SERVICE", "CHOWN", "${CAPABILITY}"]'),
    // Refused there, which other rules tell.
    capabilities('["SYS_ADMIN"]').replace('"EC2"', '"FARGATE"'),
    example('WINDOWS', '', '\n      "linuxParameters": { "capabilities": { "add": ["SYS_ADMIN"] } },'),
    // It has them all.
    capabilities('["SYS_ADMIN"]').replace('"memory"', '"privileged": true,\n      "memory"'),
  ],

  *check({ launchType, isWindows, containerDefinitions }) {
    if (launchType('FARGATE') || isWindows !== false) return;
    for (const container of containerDefinitions.items) {
      if (container.privileged.literal === true) continue;
      const { add } = container.linuxParameters.capabilities;
      for (const capability of add.items) {
        const allows = dangerousCapabilities.get(capability.literal);
        if (!allows) continue;
        yield report(
          capability,
          `${capability.literal} allows the container ${nameOf(container)} ${allows}. Remove it unless the container cannot do its work otherwise.`,
          {
            ...(capability.literal === 'SYS_PTRACE' && { severity: 'hint' }),
            fix: suggestion(`Remove ${capability.literal}`, remove(capability)),
          },
        );
      }
    }
  },
});

function capabilities(add: string): string {
  return example(
    'EC2',
    '',
    `\n      "linuxParameters": {\n        "capabilities": {\n          "add": ${add}\n        }\n      },`,
  );
}
