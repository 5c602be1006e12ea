import { taskRoleArn } from '../../data/placeholder-arns';
import type { Place } from '../../model/field';
import { lacksRole } from '../../model/roles';
import type { Volume } from '../../model/volume';
import { defineRule, defineRules, type Rule, report, set, suggestion } from '../rule';
import { definition, onFargate } from '../storage-example';

interface Row extends Pick<Rule, 'id' | 'title' | 'why' | 'source' | 'bad' | 'fixed' | 'good'> {
  /** What of a volume needs the role. */
  readonly of: (volume: Volume) => Place | undefined;
  readonly message: string;
}

const s3files = (marks = '', task = '') =>
  definition({
    task: `${onFargate}${task}`,
    volumes: `{
  "name": "data",
  "s3filesVolumeConfiguration": {${marks}
    "fileSystemArn": "arn:aws:s3files:us-east-1:111122223333:file-system/fs-0123456789abcdef0"
  }
}`,
  });

const efs = (authorization: string, task = '') =>
  definition({
    task: `${onFargate}${task}`,
    volumes: `{
  "name": "data",
  "efsVolumeConfiguration": {
    "fileSystemId": "fs-0123456789abcdef0",
    "transitEncryption": "ENABLED",
    "authorizationConfig": ${authorization}
  }
}`,
  });

const role = '\n"taskRoleArn": "arn:aws:iam::111122223333:role/webTaskRole",';

/** Volumes that are mounted with the task's own permissions. */
const table: readonly Row[] = [
  {
    id: 's3files-task-role-required',
    title: 'A task with an S3 Files volume has a task role',
    why: 'An S3 Files file system is mounted with the permissions of the task role: without one the task cannot start. The execution role is another one, for what ECS does before the containers run.',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_S3FilesVolumeConfiguration.html',
    of: ({ s3filesVolumeConfiguration: { at } }) => (at.node?.type === 'object' ? at : undefined),
    message:
      'An S3 Files volume is mounted with the permissions of the task role, and there is none. Set taskRoleArn to a role that may mount the file system.',
    bad: [s3files('\n//^^^^^^^^^^^^^^^^^^^^^^^^^^^^')],
    good: [s3files('', role), s3files('', '\n"taskRoleArn": "${ROLE}",'), efs('{ "iam": "DISABLED" }')],
  },
  {
    id: 'efs-iam-task-role',
    title: 'A task whose EFS volume uses IAM authorization has a task role',
    why: 'With IAM authorization EFS is mounted with the permissions of the task role: without one there is nothing to authorize.',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSAuthorizationConfig.html',
    of: ({ efsVolumeConfiguration: { authorizationConfig } }) =>
      authorizationConfig.iam.literal === 'ENABLED' ? authorizationConfig.iam : undefined,
    message:
      'IAM authorization mounts this file system with the permissions of the task role, and there is none. Set taskRoleArn, or leave iam out.',
    bad: [
      efs(`{
      "iam": "ENABLED"
//           ^^^^^^^^^
    }`),
    ],
    good: [
      efs('{ "iam": "ENABLED" }', role),
      efs('{ "iam": "ENABLED" }', '\n"taskRoleArn": "${ROLE}",'),
      efs('{ "iam": "${IAM}" }'),
    ],
  },
];

export const rules = defineRules(table, ({ of, message, ...row }) =>
  defineRule({
    ...row,
    category: 'iam',
    severity: 'error',
    *check({ at, taskRoleArn: role, volumes }) {
      if (!lacksRole(role)) return;
      for (const volume of volumes.items) {
        const needy = of(volume);
        if (!needy) continue;
        yield report(needy, message, { fix: suggestion('Add taskRoleArn', set(at, 'taskRoleArn', taskRoleArn)) });
        // One role is missing, however many volumes need it.
        return;
      }
    },
  }),
);
