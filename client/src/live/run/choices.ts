import { LiveFailure } from '../failure';
import type { Choice, Cluster, EcsGateway, LaunchType, Subnet, Translate } from '../ports';
import { runningTasks } from '../task-state';
import type { Remembered } from './answers';

/** The clusters, the last one used first. Throws `LiveFailure` when there are none. */
export async function clusterChoices(
  gateway: EcsGateway,
  last: Remembered,
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
  return lastFirst(sorted, ({ arn }) => arn === last.clusterArn).map((cluster) => ({
    label: cluster.name,
    description: lastUsed(cluster.arn === last.clusterArn, runningTasks(cluster.runningTasks, t), t),
    value: cluster,
    picked: cluster.arn === last.clusterArn,
  }));
}

export function launchChoices(
  types: readonly LaunchType[],
  last: Remembered,
  t: Translate,
): readonly Choice<LaunchType>[] {
  const details: Readonly<Record<LaunchType, string>> = {
    FARGATE: t('on capacity that AWS runs'),
    EC2: t('on container instances of the cluster'),
    EXTERNAL: t('on machines of your own that the cluster knows'),
  };
  return lastFirst(types, (type) => type === last.launchType).map((type) => ({
    label: type,
    description: lastUsed(type === last.launchType, details[type], t),
    value: type,
    picked: type === last.launchType,
  }));
}

/** The subnets, VPC by VPC, that of the last run first. Throws `LiveFailure` when there are none. */
export async function subnetChoices(
  gateway: EcsGateway,
  last: Remembered,
  t: Translate,
): Promise<readonly Choice<Subnet>[]> {
  const subnets = await gateway.subnets();
  if (subnets.length === 0) {
    const sentence = t(
      'There is no subnet in {0}: a task with a network of its own needs one. Create one or choose another region.',
      gateway.connection.region,
    );
    throw new LiveFailure('not-found', sentence, 'pick-connection');
  }
  const known = new Set(last.subnets);
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

/** The security groups of a VPC; the last ones are ticked, on a first run the default one. */
export async function groupChoices(
  gateway: EcsGateway,
  vpcId: string,
  last: Remembered,
): Promise<readonly Choice<string>[]> {
  const groups = await gateway.securityGroups(vpcId);
  const known = new Set(last.securityGroups);
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
export function publicIpChoices(
  subnets: readonly Subnet[],
  last: Remembered,
  t: Translate,
): readonly Choice<boolean>[] {
  const wanted = last.assignPublicIp ?? subnets.every((subnet) => subnet.public);
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

function lastFirst<T>(items: readonly T[], isLast: (item: T) => boolean): readonly T[] {
  return [...items.filter(isLast), ...items.filter((item) => !isLast(item))];
}

function lastUsed(used: boolean, description: string, t: Translate): string {
  return used ? `${description} · ${t('last used')}` : description;
}
