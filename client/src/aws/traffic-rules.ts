import type * as Elb from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Signal } from '../live/ports';
import type { TrafficRule } from '../live/records';
import { answered } from './answered';
import type { ElbCall } from './load-balancing';
import { defined } from './members';

/** The rules by their ARNs; where a Network Load Balancer leads traffic, its listeners. */
export async function rulesOf(
  call: ElbCall,
  arns: readonly string[],
  signal: Signal | undefined,
): Promise<readonly TrafficRule[]> {
  const isRule = (arn: string): boolean => arn.includes(':listener-rule/');
  const [RuleArns, ListenerArns] = [arns.filter(isRule), arns.filter((arn) => !isRule(arn))];
  const answers = await Promise.all([
    RuleArns.length === 0
      ? []
      : call('DescribeRules', signal, async (elb, sdk, options) => {
          const answer = await elb.send(new sdk.DescribeRulesCommand({ RuleArns }), options);
          return answered(answer, 'Rules').Rules.map(toRule);
        }),
    ListenerArns.length === 0
      ? []
      : call('DescribeListeners', signal, async (elb, sdk, options) => {
          const answer = await elb.send(new sdk.DescribeListenersCommand({ ListenerArns }), options);
          return answered(answer, 'Listeners').Listeners.map(
            ({ ListenerArn = '', DefaultActions }): TrafficRule => ({
              arn: ListenerArn,
              shares: sharesOf(DefaultActions),
              conditions: [],
            }),
          );
        }),
  ]);
  return answers.flat();
}

function toRule({ RuleArn = '', Priority, Conditions = [], Actions }: Elb.Rule): TrafficRule {
  return {
    arn: RuleArn,
    shares: sharesOf(Actions),
    conditions: Conditions.map(conditionWords),
    ...defined({ priority: Priority }),
  };
}

// Weights are relative: https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupTuple.html
function sharesOf(actions: readonly Elb.Action[] | undefined): ReadonlyMap<string, number> {
  const { TargetGroupArn, ForwardConfig } = actions?.find(({ Type }) => Type === 'forward') ?? {};
  const groups = ForwardConfig?.TargetGroups ?? (TargetGroupArn === undefined ? [] : [{ TargetGroupArn, Weight: 1 }]);
  const [single] = groups;
  if (groups.length === 1 && single) return new Map([[single.TargetGroupArn ?? '', 100]]);
  const all = groups.reduce((sum, { Weight = 1 }) => sum + Weight, 0);
  return new Map(groups.map(({ TargetGroupArn: arn = '', Weight = 1 }) => [arn, all === 0 ? 0 : (Weight / all) * 100]));
}

function conditionWords(given: Elb.RuleCondition): string {
  const { Field = '', Values, HostHeaderConfig, PathPatternConfig, SourceIpConfig, HttpRequestMethodConfig } = given;
  const configured = HostHeaderConfig ?? PathPatternConfig ?? SourceIpConfig ?? HttpRequestMethodConfig;
  const header = given.HttpHeaderConfig;
  if (header) return `${Field} ${header.HttpHeaderName ?? ''}: ${(header.Values ?? []).join(', ')}`;
  return `${Field} ${(configured?.Values ?? Values ?? []).join(', ')}`.trim();
}
