import type { Field } from '../../model/field';
import type { Volume } from '../../model/volume';
import { defineRule, defineRules, type Rule, remove, report, suggestion } from '../rule';
import { definition, onFargate, taskRole } from '../storage-example';

interface Row extends Pick<Rule, 'id' | 'title' | 'source' | 'bad' | 'fixed' | 'good'> {
  readonly of: (volume: Volume) => { readonly accessPoint: Field<string>; readonly rootDirectory: Field<string> };
  readonly answer: string;
}

const efs = (rootDirectory: string, accessPoint = '"fsap-0123456789abcdef0"') =>
  definition({
    task: onFargate,
    volumes: `{
  "name": "data",
  "efsVolumeConfiguration": {
    "fileSystemId": "fs-0123456789abcdef0",${rootDirectory}
    "transitEncryption": "ENABLED",
    "authorizationConfig": { "accessPointId": ${accessPoint} }
  }
}`,
  });

const s3files = (rootDirectory: string) =>
  definition({
    task: `${onFargate}\n${taskRole}`,
    volumes: `{
  "name": "data",
  "s3filesVolumeConfiguration": {
    "fileSystemArn": "arn:aws:s3files:us-east-1:111122223333:file-system/fs-0123456789abcdef0",${rootDirectory}
    "accessPointArn": "arn:aws:s3files:us-east-1:111122223333:file-system/fs-0123456789abcdef0/access-point/fsap-0123456789abcdef0"
  }
}`,
  });

const clash = `
    "rootDirectory": "/data",
//                   ^^^^^^^`;

/** Kinds of volumes that can be mounted through an access point. */
const table: readonly Row[] = [
  {
    id: 'efs-access-point-root-directory',
    title: 'An EFS access point decides the root directory',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html',
    of: ({ efsVolumeConfiguration: { rootDirectory, authorizationConfig } }) => ({
      accessPoint: authorizationConfig.accessPointId,
      rootDirectory,
    }),
    answer:
      ' ECS answers: “When using an EFS access point, the root directory must either be set to "/" or be omitted.”',
    bad: [efs(clash)],
    fixed: [efs('')],
    good: [efs('\n    "rootDirectory": "/",'), efs('\n    "rootDirectory": "${ROOT}",')],
  },
  {
    id: 's3files-root-with-access-point',
    title: 'An S3 Files access point decides the root directory',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_S3FilesVolumeConfiguration.html',
    of: ({ s3filesVolumeConfiguration: { accessPointArn, rootDirectory } }) => ({
      accessPoint: accessPointArn,
      rootDirectory,
    }),
    answer: '',
    bad: [s3files(clash)],
    fixed: [s3files('')],
    good: [s3files('\n    "rootDirectory": "/",'), s3files('')],
  },
];

export const rules = defineRules(table, ({ of, answer, ...row }) =>
  defineRule({
    ...row,
    category: 'storage',
    severity: 'error',
    why: `An access point brings its own root directory, and ECS refuses a second one. Leave rootDirectory out, or mount without the access point.${answer}`,
    narrows: ['efs-root-directory-relative'],
    *check({ volumes }) {
      for (const volume of volumes.items) {
        const { accessPoint, rootDirectory } = of(volume);
        if (!accessPoint.literal || !rootDirectory.literal || rootDirectory.literal === '/') continue;
        yield report(
          rootDirectory,
          `Root directory '${rootDirectory.literal}' clashes with the access point, which brings its own. Set it to '/', or leave it out.`,
          {
            fix: suggestion('Remove rootDirectory', remove(rootDirectory)),
            related: [{ place: accessPoint, message: 'The access point brings its own root directory' }],
          },
        );
      }
    },
  }),
);
