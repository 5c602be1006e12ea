import { entries, type Field, flag, number, object, type Place, text } from './field';

export const volume = object({
  name: text,
  host: object({ sourcePath: text }),
  dockerVolumeConfiguration: object({
    scope: text,
    autoprovision: flag,
    driver: text,
    driverOpts: entries(text),
    labels: entries(text),
  }),
  efsVolumeConfiguration: object({
    fileSystemId: text,
    rootDirectory: text,
    transitEncryption: text,
    transitEncryptionPort: number,
    authorizationConfig: object({ accessPointId: text, iam: text }),
  }),
  s3filesVolumeConfiguration: object({
    fileSystemArn: text,
    rootDirectory: text,
    transitEncryptionPort: number,
    accessPointArn: text,
  }),
  fsxWindowsFileServerVolumeConfiguration: object({
    fileSystemId: text,
    rootDirectory: text,
    authorizationConfig: object({ credentialsParameter: text, domain: text }),
  }),
  configuredAtLaunch: flag,
});

/** A view of one Volume. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html */
export type Volume = ReturnType<typeof volume>;

/**
 * The members of a volume that say of what kind it is, as they are written; ECS takes one for each volume. A null, and a false
 * `configuredAtLaunch`, say nothing. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html
 */
export function kindsOf(volume: Volume): readonly Place[] {
  const configurations = [
    volume.host,
    volume.dockerVolumeConfiguration,
    volume.efsVolumeConfiguration,
    volume.s3filesVolumeConfiguration,
    volume.fsxWindowsFileServerVolumeConfiguration,
  ].flatMap(({ at }) => (at.node?.type === 'object' ? [at] : []));
  const kinds = volume.configuredAtLaunch.literal ? [...configurations, volume.configuredAtLaunch] : configurations;
  return kinds.toSorted((a, b) => a.anchor.offset - b.anchor.offset);
}

/**
 * What in an EFS configuration works over an encrypted connection only: IAM authorization, an access point, a port for it.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSAuthorizationConfig.html
 */
export function encryptedOnly(efs: Volume['efsVolumeConfiguration']): readonly Field<string | number>[] {
  const { iam, accessPointId } = efs.authorizationConfig;
  return [
    ...(iam.literal === 'ENABLED' ? [iam] : []),
    ...(accessPointId.literal ? [accessPointId] : []),
    ...(efs.transitEncryptionPort.literal === undefined ? [] : [efs.transitEncryptionPort]),
  ];
}

/** True where an EFS volume is not encrypted in transit: it says so, or says nothing. */
export function isUnencrypted({ at, transitEncryption }: Volume['efsVolumeConfiguration']): boolean {
  return at.node?.type === 'object' && (!transitEncryption.present || transitEncryption.literal === 'DISABLED');
}
