import { consoleDomains } from '../data/console-domains';
import { parseImage } from '../model/container';
import { type Arn, parseArn, parseEcrHost, parseSecret, partitionOf } from '../model/resource-names';
import { hasPlaceholder } from '../syntax/placeholder';

/** A web page about what a value names. */
export interface Page {
  readonly target: string;
  readonly tooltip: string;
}

/** The console page of an ARN; undefined for another text, a kind of resource without a page and a partition without a console. */
export function arnPage(text: string): Page | undefined {
  const arn = hasPlaceholder(text) ? undefined : parseArn(text);
  if (!arn) return undefined;
  const domain = consoleDomains.get(arn.partition);
  if (!domain) return undefined;
  const page = Object.hasOwn(byService, arn.service) ? byService[arn.service]?.(arn) : undefined;
  if (!page || (page.regional !== false && partitionOf(arn.region) !== arn.partition)) return undefined;
  const host = page.regional === false ? domain : `${arn.region}.${domain}`;
  return { target: `https://${host}/${page.path}`, tooltip: consoleTooltip(page.what, arn.region) };
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html */
export function logGroupPage(name: string, region: string): Page | undefined {
  if (!/^[\w.\-/#]{1,512}$/.test(name)) return undefined;
  return regionalPage(region, 'log group', logGroupPath(name, region));
}

export function efsPage(id: string, region: string): Page | undefined {
  if (!/^fs-[0-9a-f]{8,40}$/.test(id)) return undefined;
  return regionalPage(region, 'file system', `efs/home?region=${region}#/file-systems/${id}`);
}

export function subnetPage(id: string, region: string): Page | undefined {
  if (!/^subnet-[0-9a-f]{8,17}$/.test(id)) return undefined;
  return regionalPage(region, 'subnet', `vpcconsole/home?region=${region}#SubnetDetails:subnetId=${id}`);
}

export function securityGroupPage(id: string, region: string): Page | undefined {
  if (!/^sg-[0-9a-f]{8,17}$/.test(id)) return undefined;
  return regionalPage(region, 'security group', `ec2/home?region=${region}#SecurityGroup:groupId=${id}`);
}

/** For the name of a cluster in place of its ARN. */
export function clusterPage(name: string, region: string): Page | undefined {
  return /^[\w-]{1,255}$/.test(name) ? regionalPage(region, 'cluster', clusterPath(name, region)) : undefined;
}

/** For the name of a parameter in place of its ARN. */
export function parameterPage(name: string, region: string): Page | undefined {
  return /^[\w./-]+$/.test(name) ? regionalPage(region, 'parameter', parameterPath(name, region)) : undefined;
}

/** For the name of a secret in place of its ARN. */
export function secretPage(name: string, region: string): Page | undefined {
  return /^[\w/+=.@-]+$/.test(name) ? regionalPage(region, 'secret', secretPath(name, region)) : undefined;
}

/** For an image of a private registry of Amazon ECR. */
export function ecrPage(image: string): Page | undefined {
  const { host = '', repository } = parseImage(image);
  const registry = parseEcrHost(host);
  if (!registry || !repositoryName.test(repository)) return undefined;
  const { account, region } = registry;
  return regionalPage(region, 'repository', `ecr/repositories/private/${account}/${repository}?region=${region}`);
}

/** For an image of a public registry that has pages. */
export function imagePage(image: string): Page | undefined {
  const { host = 'docker.io', repository } = parseImage(image);
  if (!repositoryName.test(repository)) return undefined;
  switch (host) {
    case 'public.ecr.aws':
      return repository.includes('/') ? page(`gallery.ecr.aws/${repository}`, 'Amazon ECR Public Gallery') : undefined;
    case 'docker.io':
    case 'index.docker.io':
    case 'registry-1.docker.io': {
      const official = repository.replace(/^library\//, '');
      return page(
        official.includes('/') ? `hub.docker.com/r/${official}` : `hub.docker.com/_/${official}`,
        'Docker Hub',
      );
    }
    case 'quay.io':
      return repository.includes('/') ? page(`quay.io/repository/${repository}`, 'Quay') : undefined;
    default:
      return undefined;
  }
}

/** Lower case names with separators, as every registry wants them: nothing in it can change an address. */
const repositoryName = /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*$/;

interface ConsolePath {
  readonly what: string;
  readonly path: string;
  /** False for services whose console is one for all regions. */
  readonly regional?: false;
}

const byService: Readonly<Record<string, (arn: Arn) => ConsolePath | undefined>> = {
  iam({ resource }) {
    const name = /^role\/(?:[\w+=,.@/-]*\/)?([\w+=,.@-]+)$/.exec(resource)?.[1];
    return name ? { what: 'role', path: `iam/home#/roles/${encodeURIComponent(name)}`, regional: false } : undefined;
  },
  secretsmanager(arn) {
    const name = parseSecret(arn)?.name;
    return name ? { what: 'secret', path: secretPath(name, arn.region) } : undefined;
  },
  ssm({ resource, region }) {
    const name = /^parameter(\/.+)$/.exec(resource)?.[1];
    return name ? { what: 'parameter', path: parameterPath(parameterOf(name), region) } : undefined;
  },
  logs({ resource, region }) {
    const name = /^log-group:([^:*]+)/.exec(resource)?.[1];
    return name ? { what: 'log group', path: logGroupPath(name, region) } : undefined;
  },
  elasticfilesystem({ resource, region }) {
    const id = /^file-system\/(fs-[0-9a-f]+)$/.exec(resource)?.[1];
    return id ? { what: 'file system', path: `efs/home?region=${region}#/file-systems/${id}` } : undefined;
  },
  ecr({ resource, region, account }) {
    const name = /^repository\/(.+)$/.exec(resource)?.[1];
    return name && repositoryName.test(name)
      ? { what: 'repository', path: `ecr/repositories/private/${account}/${name}?region=${region}` }
      : undefined;
  },
  ecs({ resource, region }) {
    const cluster = /^cluster\/([\w-]+)$/.exec(resource)?.[1];
    if (cluster) return { what: 'cluster', path: clusterPath(cluster, region) };
    const [, family, revision] = /^task-definition\/([\w-]+):(\d+)$/.exec(resource) ?? [];
    return family && revision
      ? { what: 'task definition', path: `ecs/v2/task-definitions/${family}/${revision}?region=${region}` }
      : undefined;
  },
  elasticloadbalancing({ partition, region, account, resource }) {
    if (!/^targetgroup\/[\w-]+\/[0-9a-f]+$/.test(resource)) return undefined;
    const arn = `arn:${partition}:elasticloadbalancing:${region}:${account}:${resource}`;
    return { what: 'target group', path: `ec2/home?region=${region}#TargetGroup:targetGroupArn=${arn}` };
  },
  kms({ resource, region }) {
    const id = /^key\/([\w-]+)$/.exec(resource)?.[1];
    return id ? { what: 'key', path: `kms/home?region=${region}#/kms/keys/${id}` } : undefined;
  },
  lambda({ resource, region }) {
    const name = /^function:([\w-]+)(?::[\w$-]+)?$/.exec(resource)?.[1];
    return name ? { what: 'function', path: `lambda/home?region=${region}#/functions/${name}` } : undefined;
  },
  s3({ resource }) {
    const [, bucket, key] = /^([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/(.+)$/.exec(resource) ?? [];
    return bucket && key
      ? { what: 'object', path: `s3/object/${bucket}?prefix=${encodeURIComponent(key)}`, regional: false }
      : undefined;
  },
};

function clusterPath(name: string, region: string): string {
  return `ecs/v2/clusters/${name}?region=${region}`;
}

/** The ARN of a parameter at the top has no slash of its own: `parameter/name` is `name`, `parameter/a/b` is `/a/b`. */
function parameterOf(path: string): string {
  return path.lastIndexOf('/') === 0 ? path.slice(1) : path;
}

/** The console decodes the name of a parameter twice. */
function parameterPath(name: string, region: string): string {
  return `systems-manager/parameters/${encodeURIComponent(encodeURIComponent(name))}/description?region=${region}`;
}

function secretPath(name: string, region: string): string {
  return `secretsmanager/secret?name=${encodeURIComponent(name)}&region=${region}`;
}

/** The console writes a name that is encoded twice with `$` for `%`. */
function logGroupPath(name: string, region: string): string {
  const encoded = encodeURIComponent(encodeURIComponent(name)).replaceAll('%', '$');
  return `cloudwatch/home?region=${region}#logsV2:log-groups/log-group/${encoded}`;
}

function regionalPage(region: string, what: string, path: string): Page | undefined {
  const domain = consoleDomains.get(partitionOf(region) ?? '');
  return domain ? { target: `https://${region}.${domain}/${path}`, tooltip: consoleTooltip(what, region) } : undefined;
}

function consoleTooltip(what: string, region: string): string {
  return `Open the ${what} in the AWS console${region ? ` (${region})` : ''}`;
}

function page(address: string, where: string): Page {
  return { target: `https://${address}`, tooltip: `Open the image in ${where}` };
}
