import { parseImage } from '../model/container';
import { type Arn, parseArn, parseEcrHost, parseSecret } from '../model/resource-names';
import type { Value } from './hover-value';
import { code, facts } from './markdown';

/** The parts of an ARN. */
export function arn({ text }: Pick<Value, 'text'>): string | undefined {
  const parsed = parseArn(text);
  return parsed && facts([...common(parsed), ['Resource', code(parsed.resource)]]);
}

/** The parts of a secret's ARN; of another ARN, those of every one. */
export function secret(value: Value): string | undefined {
  const parsed = parseArn(value.text);
  if (!parsed) return undefined;
  const reference = parseSecret(parsed);
  const parameter = parsed.service === 'ssm' && parsed.resource.startsWith('parameter/');
  if (!reference && !parameter) return arn(value);
  return [
    delivery(value),
    facts([
      ...common(parsed),
      ...(reference
        ? ([
            ['Secret', code(reference.name)],
            ['JSON key', reference.jsonKey ? code(reference.jsonKey) : 'none: the whole secret'],
            ['Version', version(reference)],
          ] as const)
        : ([['Parameter', code(parsed.resource.slice('parameter'.length))]] as const)),
    ]),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** The name of a parameter in place of its ARN. */
export function parameterName(value: Value): string | undefined {
  if (value.text.startsWith('arn:') || !/^[\w./-]{1,1011}$/.test(value.text)) return undefined;
  return [
    delivery(value),
    `Parameter ${code(value.text)} of the Systems Manager Parameter Store, in the task's own region and account. One in another region needs its full ARN, a secret of Secrets Manager always.`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** The parts of an image reference. */
export function image({ text }: Value): string | undefined {
  if (/\s/.test(text)) return undefined;
  const { host, repository, tag, digest } = parseImage(text);
  const ecr = host === undefined ? undefined : parseEcrHost(host);
  const onHub = host === undefined || host === 'docker.io';
  const official = onHub && !repository.includes('/');
  return facts([
    [
      'Registry',
      host === undefined
        ? '`docker.io`: Docker Hub, the default when none is named'
        : registry(host, ecr !== undefined),
    ],
    ['Account', ecr && code(ecr.account)],
    ['Region', ecr && code(ecr.region)],
    [
      'Repository',
      official ? `${code(repository)}: the official image, ${code(`library/${repository}`)}` : code(repository),
    ],
    ['Tag', tag ? code(tag) : digest ? undefined : '`latest`, the default: another image may be behind it tomorrow'],
    ['Digest', digest && `${code(digest)}: always the same image`],
  ]);
}

function common({ partition, service, region, account }: Arn) {
  return [
    ['Partition', `${code(partition)}${partitionName(partition)}`],
    ['Service', code(service)],
    ['Region', region ? code(region) : 'none: global'],
    ['Account', account ? code(account) : 'none'],
  ] as const;
}

function partitionName(partition: string): string {
  const names: Readonly<Record<string, string>> = {
    'aws-cn': ': China',
    'aws-us-gov': ': GovCloud (US)',
    'aws-eusc': ': European Sovereign Cloud',
  };
  return (Object.hasOwn(names, partition) && names[partition]) || '';
}

function version({ versionStage, versionId }: { readonly versionStage: string; readonly versionId: string }): string {
  if (versionId) return `id ${code(versionId)}`;
  return versionStage ? `stage ${code(versionStage)}` : '`AWSCURRENT`, the default';
}

function registry(host: string, isEcr: boolean): string {
  if (isEcr) return `${code(host)}: Amazon ECR, private`;
  if (host === 'public.ecr.aws') return `${code(host)}: Amazon ECR Public`;
  return host === 'docker.io' ? `${code(host)}: Docker Hub` : code(host);
}

/** How a secret of a container reaches it. */
function delivery({ path, container }: Value): string | undefined {
  const name = path[2] === 'secrets' ? container?.secrets.items[Number(path[3])]?.name.literal : undefined;
  return (
    name &&
    `The container gets it as environment variable ${code(name)} when it starts; a later change needs a new task.`
  );
}
