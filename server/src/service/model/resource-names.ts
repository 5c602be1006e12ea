/** The parts of an Amazon Resource Name. Region and account are empty where the service has none. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export function parseArn(text: string): Arn | undefined {
  const [, partition, service, region, account, resource] =
    /^arn:(aws[a-z-]*):([a-z0-9-]+):([a-z0-9-]*):(\d{12}|aws|):([^\s\p{Cs}]+)$/u.exec(text) ?? [];
  if (!partition || !service || region === undefined || account === undefined || !resource) return undefined;
  return { partition, service, region, account, resource };
}

/** The account and region of a private registry's host. */
export interface EcrRegistry {
  readonly account: string;
  readonly region: string;
}

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html */
export function parseEcrHost(host: string): EcrRegistry | undefined {
  const [, account, region] =
    /^(\d{12})\.dkr(?:\.ecr(?:-fips)?\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?)$/.exec(host) ??
    /^(\d{12})\.dkr-ecr(?:-fips)?\.([a-z0-9-]+)\.on\.(?:aws|amazonwebservices\.com\.cn)$/.exec(host) ??
    [];
  return account && region ? { account, region } : undefined;
}

/** The partition a region belongs to; undefined for a name that is no region. https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html */
export function partitionOf(region: string): string | undefined {
  if (!/^[a-z]{2,4}(?:-[a-z]+){1,3}-\d{1,2}$/.test(region)) return undefined;
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  if (region.startsWith('eusc-')) return 'aws-eusc';
  return region.includes('-iso') ? 'aws-iso' : 'aws';
}

/** A reference to a secret of Secrets Manager: the name as far as the ARN tells it, and which part of which version is meant. */
export interface SecretReference {
  readonly name: string;
  /** The hyphen and six random characters with which Secrets Manager ends the name; empty where they seem to be missing. */
  readonly suffix: string;
  readonly jsonKey: string;
  readonly versionStage: string;
  readonly versionId: string;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html */
export function parseSecret({ service, resource }: Arn): SecretReference | undefined {
  if (service !== 'secretsmanager' || !resource.startsWith('secret:')) return undefined;
  const [name = '', jsonKey = '', versionStage = '', versionId = ''] = resource.slice('secret:'.length).split(':');
  // Six small letters are a word of the name, such as `-secret`.
  const [suffix = ''] = /-(?=[a-z]*[A-Z0-9])[A-Za-z0-9]{6}$/.exec(name) ?? [];
  return { name: name.slice(0, name.length - suffix.length), suffix, jsonKey, versionStage, versionId };
}
