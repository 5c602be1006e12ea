import { nameOf } from '../../model/container';
import { example, marked } from '../example';
import { defineRule, report, set, suggestion } from '../rule';

export const rule = defineRule({
  id: 'restart-policy-enabled-missing',
  category: 'correctness',
  severity: 'error',
  title: 'A restart policy says that it is enabled',
  why: 'The AWS CLI and the SDKs refuse a restart policy without `enabled` before they call ECS. Where it is false, the other members do nothing, which is only a warning.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerRestartPolicy.html',
  narrows: ['required-member-missing'],
  bad: [
    policyOf('"restartAttemptPeriod": 60', marked),
    policyOf('"enabled": false, "restartAttemptPeriod": 60', marked),
  ],
  fixed: [
    policyOf('"restartAttemptPeriod": 60, "enabled": true'),
    policyOf('"enabled": true, "restartAttemptPeriod": 60'),
  ],
  good: [
    policyOf('"enabled": true'),
    policyOf('"enabled": false'),
    policyOf('"enabled": "${RESTART}", "restartAttemptPeriod": 60'),
    example('EC2', '', '\n      "restartPolicy": "${POLICY}",'),
  ],

  *check({ containerDefinitions }) {
    for (const container of containerDefinitions.items) {
      const { at, enabled, ignoredExitCodes, restartAttemptPeriod } = container.restartPolicy;
      if (at.node?.type !== 'object' || (enabled.present && enabled.literal !== false)) continue;
      const idle = [ignoredExitCodes, restartAttemptPeriod].filter(({ present }) => present);
      if (enabled.present && idle.length === 0) continue;
      yield report(
        at,
        enabled.present
          ? `The restart policy of the container ${nameOf(container)} is not enabled, so ${idle.map(({ name }) => `'${name}'`).join(' and ')} of it does nothing. Enable it or remove it.`
          : `The restart policy of the container ${nameOf(container)} lacks 'enabled', which ECS requires.`,
        {
          ...(enabled.present && { severity: 'warning' }),
          fix: suggestion('Set "enabled": true', set(at, 'enabled', true)),
        },
      );
    }
  },
});

function policyOf(members: string, mark: typeof marked = (line) => `\n${line}`): string {
  return example('EC2', '', mark(`      "restartPolicy": { ${members} },`, '"restartPolicy"'));
}
