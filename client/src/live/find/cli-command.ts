import type { Connection } from '../ports';
import { readArn } from './resource';

/**
 * The command of the AWS CLI that describes a thing, quoted for a POSIX shell; undefined for what it cannot describe. Names
 * the profile and an endpoint that is not AWS's; holds no credential.
 */
export function describeCommand(
  arn: string,
  clusterArn: string | undefined,
  { profile, endpoint }: Pick<Connection, 'profile' | 'endpoint'>,
): string | undefined {
  const found = readArn(arn);
  const call = found && callOf(found.service, found.kind, arn, clusterArn);
  if (!found || !call) return undefined;
  return command(call, { region: found.region, profile, endpoint });
}

/** The same for the revisions of a family, newest first. */
export function familyCommand(family: string, connection: Connection): string {
  return command(['ecs', 'list-task-definitions', '--family-prefix', family, '--sort', 'DESC'], connection);
}

function command(
  call: readonly string[],
  {
    region,
    profile,
    endpoint,
  }: { readonly region: string; readonly profile?: string | undefined; readonly endpoint?: string | undefined },
): string {
  const words = [
    'aws',
    ...call,
    '--region',
    region,
    ...(profile === undefined ? [] : ['--profile', profile]),
    // Before an @ an address may have a password.
    ...(endpoint === undefined || endpoint.includes('@') ? [] : ['--endpoint-url', endpoint]),
  ];
  return words.map(posixWord).join(' ');
}

/** A word that a POSIX shell takes as it is. */
export function posixWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

function callOf(
  service: string,
  kind: string,
  arn: string,
  clusterArn: string | undefined,
): readonly string[] | undefined {
  const cluster = clusterArn === undefined ? [] : ['--cluster', clusterArn];
  switch (`${service}/${kind}`) {
    case 'ecs/cluster':
      return ['ecs', 'describe-clusters', '--clusters', arn];
    case 'ecs/service':
      return ['ecs', 'describe-services', ...cluster, '--services', arn];
    case 'ecs/task':
      return ['ecs', 'describe-tasks', ...cluster, '--tasks', arn];
    case 'ecs/container-instance':
      return ['ecs', 'describe-container-instances', ...cluster, '--container-instances', arn];
    case 'ecs/capacity-provider':
      return ['ecs', 'describe-capacity-providers', '--capacity-providers', arn];
    case 'ecs/daemon':
      return ['ecs', 'describe-daemon', '--daemon-arn', arn];
    case 'ecs/task-definition':
      return ['ecs', 'describe-task-definition', '--task-definition', arn];
    case 'elasticloadbalancing/targetgroup':
      return ['elbv2', 'describe-target-health', '--target-group-arn', arn];
    default:
      return undefined;
  }
}
