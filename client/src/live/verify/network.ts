import type { Json } from '../change';
import type { TargetNetwork } from '../deploy/target';
import type { SecurityGroup } from '../ports';
import type { Asking, Question, Verdict } from './check';
import { textAt, type Written } from './written';

/** Whether tasks get a network where they need one: subnets and security groups that are there, all of one VPC. */
export function networkQuestions(
  definition: Written<Json>,
  network: TargetNetwork | undefined,
  asking: Asking,
): readonly Question[] {
  const { t } = asking;
  const mode = textAt(definition, 'networkMode');
  if (!network) {
    if (mode?.value !== 'awsvpc') return [];
    const sentence = t('Tasks of network mode awsvpc need subnets, and none is named.');
    const fix = t('Name subnets in the target, or in the file of its service.');
    const ask = async (): Promise<readonly Verdict[]> => [{ state: 'failed', sentence, fix }];
    return [{ id: 'network', path: mode.path, about: t('The network'), ask }];
  }
  const names = [...network.subnets, ...(network.securityGroups ?? [])].join(', ');
  const about = t('The network of {0}', names);
  return [{ id: 'network', path: '', about, ask: () => verdicts(network, about, asking) }];
}

async function verdicts(
  { subnets, securityGroups = [] }: TargetNetwork,
  about: string,
  { gateway, signal, t }: Asking,
): Promise<readonly Verdict[]> {
  const fix = t('Correct the network of the target, or of the file of its service.');
  const all = await gateway.subnets(signal);
  const found = all.filter(({ id }) => subnets.includes(id));
  const missing = subnets.filter((id) => !found.some((it) => it.id === id));
  if (missing.length > 0) {
    const sentence = t('There is no subnet {0} in {1}.', missing.join(', '), gateway.connection.region);
    return [{ state: 'failed', sentence, fix }];
  }
  const [vpc = '', ...others] = new Set(found.map(({ vpcId }) => vpcId));
  if (others.length > 0) {
    const sentence = t('The subnets are of several VPCs: {0}.', [vpc, ...others].join(', '));
    return [{ state: 'failed', sentence, fix }];
  }
  const groups: readonly SecurityGroup[] = securityGroups.length === 0 ? [] : await gateway.securityGroups(vpc, signal);
  const strange = securityGroups.filter((id) => !groups.some((it) => it.id === id));
  if (strange.length > 0) {
    const sentence = t('{0} has no security group {1}, but the subnets are in it.', vpc, strange.join(', '));
    return [{ state: 'failed', sentence, fix }];
  }
  return [{ state: 'ok', sentence: t('{0} exists, in one VPC.', about) }];
}
