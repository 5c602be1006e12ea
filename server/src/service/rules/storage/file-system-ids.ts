import type { Field, Place } from '../../model/field';
import type { TaskDefinition } from '../../model/task-definition';
import { type LimitRow, limitRule } from '../limit-rule';
import { defineRules, fix, placeOf, replace, report, set, suggestion } from '../rule';
import { definition, onFargate, taskRole } from '../storage-example';

interface Row extends LimitRow {
  /** The member that must be there, in each volume that is of the kind. */
  readonly needed?: (task: TaskDefinition) => readonly { readonly around: Place; readonly member: Field<string> }[];
  /** What to say where it is missing. */
  readonly missing?: string;
}

const efs = (configuration: string) =>
  definition({
    task: onFargate,
    volumes: `{
  "name": "data",
  "efsVolumeConfiguration": ${configuration}
}`,
  });

const s3files = (configuration: string) =>
  definition({
    task: `${onFargate}\n${taskRole}`,
    volumes: `{
  "name": "data",
  "s3filesVolumeConfiguration": ${configuration}
}`,
  });

const s3FileSystem = 'arn:aws:s3files:us-east-1:111122223333:file-system/fs-0123456789abcdef0';

/** Identifiers of what is mounted. */
const table: readonly Row[] = [
  {
    id: 'efs-file-system-id-invalid',
    title: 'An EFS volume names its file system by ID',
    why: 'ECS takes the ID that begins with fs-, not the ARN and not the DNS name of the file system.',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html',
    at: 'volumes.efsVolumeConfiguration.fileSystemId',
    needed: ({ volumes }) =>
      volumes.items.map(({ efsVolumeConfiguration: { at, fileSystemId } }) => ({ around: at, member: fileSystemId })),
    missing: "This EFS volume names no file system: set fileSystemId to an ID such as 'fs-0123456789abcdef0'.",
    message: () =>
      "An EFS file system is named by its ID, 'fs-' and hexadecimal digits, such as 'fs-0123456789abcdef0'; an ARN or a DNS name is not accepted.",
    fix({ node }) {
      const id = node.type === 'string' ? /\bfs-[0-9a-f]{8,40}\b/.exec(node.value)?.[0] : undefined;
      return id === undefined ? undefined : fix(`Change to '${id}'`, replace(placeOf(node), id));
    },
    bad: [
      efs(`{
    "fileSystemId": "fs-0123456789abcdef0.efs.us-east-1.amazonaws.com",
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    "transitEncryption": "ENABLED"
  }`),
      efs(`{
//^^^^^^^^^^^^^^^^^^^^^^^^
    "transitEncryption": "ENABLED"
  }`),
    ],
    fixed: [
      efs(`{
    "fileSystemId": "fs-0123456789abcdef0",
    "transitEncryption": "ENABLED"
  }`),
      efs(`{
    "transitEncryption": "ENABLED",
    "fileSystemId": "<fileSystemId>"
  }`),
    ],
    good: [
      efs('{ "fileSystemId": "fs-01234567", "transitEncryption": "ENABLED" }'),
      efs('{ "fileSystemId": "${FILE_SYSTEM}", "transitEncryption": "ENABLED" }'),
    ],
  },
  {
    id: 'efs-access-point-id-invalid',
    title: 'An EFS volume names its access point by ID',
    why: 'ECS takes the ID that begins with fsap-, not the ARN of the access point.',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSAuthorizationConfig.html',
    at: 'volumes.efsVolumeConfiguration.authorizationConfig.accessPointId',
    message: () =>
      "An EFS access point is named by its ID, 'fsap-' and hexadecimal digits, such as 'fsap-0123456789abcdef0'.",
    bad: [
      efs(`{
    "fileSystemId": "fs-0123456789abcdef0",
    "transitEncryption": "ENABLED",
    "authorizationConfig": {
      "accessPointId": "arn:aws:elasticfilesystem:us-east-1:111122223333:access-point/fsap-0123456789abcdef0"
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    }
  }`),
    ],
    good: [
      efs(`{
    "fileSystemId": "fs-0123456789abcdef0",
    "transitEncryption": "ENABLED",
    "authorizationConfig": { "accessPointId": "fsap-0123456789abcdef0" }
  }`),
      efs(`{
    "fileSystemId": "fs-0123456789abcdef0",
    "transitEncryption": "ENABLED",
    "authorizationConfig": { "accessPointId": "{{ access_point }}" }
  }`),
    ],
  },
  {
    id: 's3files-arn-invalid',
    title: 'An S3 Files volume names its file system and access point by ARN',
    why: 'ECS takes the ARN of the file system that was made over the bucket, and that of its access point; both are resources of s3files, not of s3.',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-s3files-config.html',
    at: ['volumes.s3filesVolumeConfiguration.fileSystemArn', 'volumes.s3filesVolumeConfiguration.accessPointArn'],
    needed: ({ volumes }) =>
      volumes.items.map(({ s3filesVolumeConfiguration: { at, fileSystemArn } }) => ({
        around: at,
        member: fileSystemArn,
      })),
    missing: `This S3 Files volume names no file system: set fileSystemArn to an ARN such as '${s3FileSystem}'.`,
    message: ({ path }) =>
      path.at(-1) === 'fileSystemArn'
        ? `This is not the ARN of an S3 Files file system, which looks like '${s3FileSystem}'.`
        : `This is not the ARN of an S3 Files access point, which looks like '${s3FileSystem}/access-point/fsap-0123456789abcdef0'.`,
    bad: [
      s3files(`{
    "fileSystemArn": "arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-0123456789abcdef0"
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  }`),
      s3files(`{
    "fileSystemArn": "${s3FileSystem}",
    "accessPointArn": "arn:aws:s3:us-east-1:111122223333:accesspoint/web"
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  }`),
      s3files(`{
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    "rootDirectory": "/data"
  }`),
    ],
    good: [
      s3files(`{ "fileSystemArn": "${s3FileSystem}" }`),
      s3files(`{
    "fileSystemArn": "arn:aws-cn:s3files:cn-north-1:111122223333:file-system/fs-01234567",
    "accessPointArn": "arn:aws-cn:s3files:cn-north-1:111122223333:access-point/fsap-01234567"
  }`),
      s3files(`{
    "fileSystemArn": "${s3FileSystem}",
    "accessPointArn": "${s3FileSystem}/access-point/fsap-0123456789abcdef0"
  }`),
      s3files('{ "fileSystemArn": "arn:aws:s3files:${REGION}:${ACCOUNT}:file-system/fs-0123456789abcdef0" }'),
    ],
  },
];

export const rules = defineRules(table, ({ needed, missing, ...row }) => ({
  ...limitRule({ category: 'storage', narrows: ['required-member-missing'], ...row }),
  *check(task) {
    if (!needed || missing === undefined) return;
    for (const { around, member } of needed(task))
      if (around.node?.type === 'object' && !member.present)
        yield report(member, missing, {
          fix: suggestion(`Insert '${member.name}'`, set(around, member.name, `<${member.name}>`)),
        });
  },
}));
