import { factSheet } from '../markdown';
import type { Translate } from '../ports';
import type { LoadBalancer, TrafficRule } from '../records';
import { childId } from './ids';
import type { TreeNode } from './node';
import { rowsOf } from './notes';
import type { Reading } from './reading';
import { joined } from './words';

/** Where the rules of a blue/green service lead, by their ARNs; or why that is not known. */
export interface Traffic {
  readonly rules: ReadonlyMap<string, TrafficRule>;
  /** In a sentence. */
  readonly unknown?: string;
}

/** One request for both rules, none for services without. */
export async function readTraffic(given: LoadBalancer, { gateway, t }: Reading): Promise<Traffic> {
  const arns = [given.productionRuleArn, given.testRuleArn].filter((it) => it !== undefined);
  if (arns.length === 0) return { rules: new Map() };
  const rules = new Map<string, TrafficRule>();
  const [failed] = await rowsOf('', t, async () => {
    for (const rule of await gateway.trafficRules([...new Set(arns)])) rules.set(rule.arn, rule);
    return [];
  });
  return { rules, ...(failed ? { unknown: failed.label } : {}) };
}

/** Which traffic a target group of a blue/green service gets; undefined for one of another service. */
export function roleOf(arn: string, given: LoadBalancer, { rules }: Traffic, t: Translate): string | undefined {
  if (given.alternateTargetGroupArn === undefined) return undefined;
  const share = (rule: string | undefined): number | undefined => {
    const found = rule === undefined ? undefined : rules.get(rule);
    return found && (found.shares.get(arn) ?? 0);
  };
  const [production, test] = [share(given.productionRuleArn), share(given.testRuleArn)];
  if (production === undefined && test === undefined)
    return given.alternateTargetGroupArn === arn ? t('alternate') : '';
  const words = joined(
    [
      production ? joined([t('production'), production < 100 ? percent(production) : undefined], ' ') : undefined,
      test ? joined([t('test'), test < 100 ? percent(test) : undefined], ' ') : undefined,
    ],
    ', ',
  );
  return words || t('no traffic');
}

/** A row for the rule of production traffic and one for that of test traffic. */
export function trafficRows(
  parentId: string,
  given: LoadBalancer,
  traffic: Traffic,
  { t }: Reading,
): readonly TreeNode[] {
  const { productionRuleArn, testRuleArn } = given;
  return [
    ...(productionRuleArn === undefined
      ? []
      : [ruleRow(parentId, 'production', t('Production traffic'), productionRuleArn, traffic, t)]),
    ...(testRuleArn === undefined ? [] : [ruleRow(parentId, 'test', t('Test traffic'), testRuleArn, traffic, t)]),
  ];
}

function ruleRow(
  parentId: string,
  kind: 'production' | 'test',
  label: string,
  arn: string,
  { rules, unknown }: Traffic,
  t: Translate,
): TreeNode {
  const rule = rules.get(arn);
  const shares = [...(rule?.shares ?? [])].filter(([, share]) => share > 0);
  const to = shares.map(([group, share]) => t('{0} to {1}', percent(share), groupName(group))).join(', ');
  const description = rule ? to || t('to no target group') : (unknown ?? t('not there any more'));
  return {
    id: childId(parentId, `${kind} ${arn}`),
    label,
    description,
    icon: rule
      ? { name: kind === 'test' ? 'beaker' : 'broadcast' }
      : { name: 'warning', color: 'list.warningForeground' },
    accessibleLabel: joined([label, description], ', '),
    tooltip: () =>
      factSheet(label, [
        [t('Goes'), description],
        [t('Requests'), rule?.conditions.join('; ') || undefined],
        [t('Priority'), rule?.priority],
        ['ARN', arn],
      ]),
    context: 'listenerRule',
    arn,
  };
}

// arn:…:targetgroup/NAME/ID
function groupName(arn: string): string {
  return arn.split('/')[1] ?? arn;
}

function percent(share: number): string {
  return `${Math.round(share)}%`;
}
