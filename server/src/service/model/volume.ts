import { entries, flag, number, object, text } from './field';

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
