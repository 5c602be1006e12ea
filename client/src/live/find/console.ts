import { clusterName, readArn } from './resource';

/**
 * The page of a thing in the AWS console; undefined for what has none and in partitions without a public console.
 * `domains` are those of the console by partition. The region is the host's first part, as in the sign-in pages of regions:
 * https://docs.aws.amazon.com/awsconsolehelpdocs/latest/gsg/select-region.html
 */
export function consolePage(
  arn: string,
  clusterArn: string | undefined,
  domains: ReadonlyMap<string, string>,
): string | undefined {
  const found = readArn(arn);
  const domain = found && domains.get(found.partition);
  if (!found || !domain) return undefined;
  const { service, region, kind, path, name } = found;
  const host = `https://${region}.${domain}`;
  const ecs = (page: string): string => `${host}/ecs/v2/${page}?region=${region}`;
  if (service === 'elasticloadbalancing' && kind === 'targetgroup') {
    return `${host}/ec2/home?region=${region}#TargetGroup:targetGroupArn=${arn}`;
  }
  if (service !== 'ecs' || !PLAIN.test(path)) return undefined;
  // ARNs of the old format do not name the cluster.
  const cluster = clusterArn === undefined ? path.split('/')[0] : clusterName(clusterArn);
  switch (kind) {
    case 'cluster':
      return ecs(`clusters/${name}`);
    case 'service':
      return ecs(`clusters/${cluster}/services/${name}`);
    case 'task':
      return ecs(`clusters/${cluster}/tasks/${name}`);
    case 'task-definition':
      return ecs(`task-definitions/${name.replace(':', '/')}`);
    default:
      return undefined;
  }
}

/** The page of a task definition's family in the console; undefined in partitions without a public console. */
export function familyPage(
  family: string,
  { region, partition }: { readonly region: string; readonly partition: string | undefined },
  domains: ReadonlyMap<string, string>,
): string | undefined {
  const domain = partition === undefined ? undefined : domains.get(partition);
  if (!domain || !PLAIN.test(family)) return undefined;
  return `https://${region}.${domain}/ecs/v2/task-definitions/${family}?region=${region}`;
}

// Nothing in it can change an address.
const PLAIN = /^[\w/:-]+$/;
