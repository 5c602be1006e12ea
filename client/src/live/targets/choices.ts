import type { Target } from '../deploy/target';
import { LiveFailure } from '../failure';
import type { Choice, Cluster, EcsGateway, Subnet, Translate } from '../ports';
import { runningTasks } from '../task-state';
import type { Capacity } from './capacity';

type Last = Target | undefined;

export function kindChoices(last: Last, t: Translate): readonly Choice<Target['kind']>[] {
  const choices: readonly Choice<Target['kind']>[] = [
    {
      label: t('Deploy to a service'),
      detail: t('A service replaces its tasks by those of the new revision.'),
      value: 'service',
    },
    {
      label: t('Run tasks'),
      detail: t('Tasks of the new revision are started, and nothing is replaced.'),
      value: 'run',
    },
  ];
  return lastFirst(choices, ({ value }) => value === last?.kind);
}

/** The clusters, the last one used first. Throws `LiveFailure` when there are none. */
export async function clusterChoices(
  gateway: EcsGateway,
  last: Last,
  t: Translate,
): Promise<readonly Choice<Cluster>[]> {
  const { items } = await gateway.clusters();
  if (items.length === 0) {
    const sentence = t(
      'There is no cluster in {0}: create one, or choose another region or profile.',
      gateway.connection.region,
    );
    throw new LiveFailure('not-found', sentence, 'pick-connection');
  }
  const sorted = items.toSorted((a, b) => a.name.localeCompare(b.name));
  const isLast = ({ name }: Cluster): boolean => name === last?.cluster;
  return lastFirst(sorted, isLast).map((cluster) => ({
    label: cluster.name,
    description: lastUsed(isLast(cluster), runningTasks(cluster.runningTasks, t), t),
    value: cluster,
    picked: isLast(cluster),
  }));
}

export function capacityChoices(
  capacities: readonly Capacity[],
  last: Last,
  t: Translate,
): readonly Choice<Capacity>[] {
  const isLast = ({ on }: Capacity): boolean =>
    'launchType' in on
      ? on.launchType === last?.launchType
      : JSON.stringify(on.capacityProviderStrategy) === JSON.stringify(last?.capacityProviderStrategy);
  return lastFirst(capacities, isLast).map((capacity) => ({
    label: capacity.name === 'default' ? t('Default of the cluster') : capacity.name,
    description: lastUsed(isLast(capacity), detailOf(capacity, t), t),
    value: capacity,
    picked: isLast(capacity),
  }));
}

function detailOf({ on }: Capacity, t: Translate): string {
  if (!('launchType' in on)) {
    const [only, ...others] = on.capacityProviderStrategy;
    if (only && others.length === 0) return t('capacity provider of the cluster');
    return on.capacityProviderStrategy
      .map(({ capacityProvider, weight = 0, base }) =>
        base === undefined
          ? t('{0} with weight {1}', capacityProvider, weight)
          : t('{0} with weight {1} and base {2}', capacityProvider, weight, base),
      )
      .join(', ');
  }
  switch (on.launchType) {
    case 'FARGATE':
      return t('on capacity that AWS runs');
    case 'EC2':
      return t('on container instances of the cluster');
    case 'EXTERNAL':
      return t('on machines of your own that the cluster knows');
  }
}

/** The subnets, VPC by VPC, that of the last target first. Throws `LiveFailure` when there are none. */
export async function subnetChoices(gateway: EcsGateway, last: Last, t: Translate): Promise<readonly Choice<Subnet>[]> {
  const subnets = await gateway.subnets();
  if (subnets.length === 0) {
    const sentence = t(
      'There is no subnet in {0}: a task with a network of its own needs one. Create one or choose another region.',
      gateway.connection.region,
    );
    throw new LiveFailure('not-found', sentence, 'pick-connection');
  }
  const known = new Set(last?.network?.subnets);
  const lastVpc = subnets.find(({ id }) => known.has(id))?.vpcId;
  const order = (subnet: Subnet): string =>
    [subnet.vpcId === lastVpc ? 0 : 1, subnet.vpcId, subnet.availabilityZone, subnet.id].join(' ');
  return subnets
    .toSorted((a, b) => order(a).localeCompare(order(b)))
    .map((subnet) => ({
      label: subnet.name ?? subnet.id,
      description: [subnet.vpcId, subnet.availabilityZone, subnet.cidr, subnet.public ? t('public') : t('private')]
        .filter(Boolean)
        .join(' · '),
      ...(subnet.name === undefined ? {} : { detail: subnet.id }),
      value: subnet,
      picked: known.has(subnet.id),
    }));
}

/** The security groups of a VPC; the last ones are ticked, for a first target the default one. */
export async function groupChoices(gateway: EcsGateway, vpcId: string, last: Last): Promise<readonly Choice<string>[]> {
  const groups = await gateway.securityGroups(vpcId);
  const known = new Set(last?.network?.securityGroups);
  const some = groups.some(({ id }) => known.has(id));
  const ticked = groups.filter(({ id, name }) => (some ? known.has(id) : name === 'default'));
  const rest = groups.filter((group) => !ticked.includes(group)).toSorted((a, b) => a.name.localeCompare(b.name));
  return [...ticked, ...rest].map((group) => ({
    label: group.name,
    description: group.id,
    ...(group.description ? { detail: group.description } : {}),
    value: group.id,
    picked: ticked.includes(group),
  }));
}

/** Without an earlier answer the subnets decide: in a private one a public address reaches nothing. */
export function publicIpChoices(subnets: readonly Subnet[], last: Last, t: Translate): readonly Choice<boolean>[] {
  const wanted = last?.network?.assignPublicIp ?? subnets.every((subnet) => subnet.public);
  const choices = [
    {
      label: t('Yes'),
      detail: t('The task reaches image registries by itself; for public subnets.'),
      value: true,
      picked: wanted,
    },
    {
      label: t('No'),
      detail: t('The task needs a NAT gateway or VPC endpoints to pull its images.'),
      value: false,
      picked: !wanted,
    },
  ];
  return wanted ? choices : choices.toReversed();
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html: up to ten. */
export function countChoices(last: Last, t: Translate): readonly Choice<number>[] {
  const wanted = last?.count ?? 1;
  return Array.from({ length: 10 }, (_, index) => index + 1).map((count) => ({
    label: count === 1 ? t('1 task') : t('{0} tasks', count),
    value: count,
    picked: count === wanted,
  }));
}

export function lastFirst<T>(items: readonly T[], isLast: (item: T) => boolean): readonly T[] {
  return [...items.filter(isLast), ...items.filter((item) => !isLast(item))];
}

export function lastUsed(used: boolean, description: string, t: Translate): string {
  return used ? `${description} · ${t('last used')}` : description;
}
