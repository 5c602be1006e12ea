import type { LaunchType, Memory, Network } from '../ports';

/** What was asked before a run. */
export interface Answers {
  readonly cluster: { readonly arn: string; readonly name: string };
  readonly launchType: LaunchType;
  readonly network?: Network;
}

/** Answers of an earlier run, as far as they can be read. */
export interface Remembered {
  readonly clusterArn?: string;
  readonly launchType?: string;
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
  readonly assignPublicIp?: boolean;
}

/** The last answers for a family in a region; what another version wrote is read as far as it fits. */
export function recall(memory: Memory, region: string, family: string): Remembered {
  const stored = memory.get<unknown>(key(region, family));
  const { clusterArn, launchType, subnets, securityGroups, assignPublicIp } = (
    typeof stored === 'object' && stored !== null ? stored : {}
  ) as Readonly<Record<string, unknown>>;
  return {
    ...(typeof clusterArn === 'string' ? { clusterArn } : {}),
    ...(typeof launchType === 'string' ? { launchType } : {}),
    subnets: strings(subnets),
    securityGroups: strings(securityGroups),
    ...(typeof assignPublicIp === 'boolean' ? { assignPublicIp } : {}),
  };
}

/** Keeps the answers for the next run; an answer that was not asked for leaves the older one. */
export function remember(memory: Memory, region: string, family: string, answers: Answers): Promise<void> {
  const { cluster, launchType, network } = answers;
  const kept = network ?? recall(memory, region, family);
  return memory.set(key(region, family), { ...kept, clusterArn: cluster.arn, launchType });
}

function key(region: string, family: string): string {
  return `run/${region}/${family}`;
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
