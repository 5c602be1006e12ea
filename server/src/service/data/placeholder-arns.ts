/**
 * Values that a fix inserts where only the user knows the rest; the parts in angle brackets are to be filled in.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
 */
export const executionRoleArn = 'arn:aws:iam::<account-id>:role/ecsTaskExecutionRole';

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html */
export const taskRoleArn = 'arn:aws:iam::<account-id>:role/<task-role>';

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html */
export const secretArn = (name: string) => `arn:aws:secretsmanager:<region>:<account-id>:secret:${name}`;

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_S3FilesVolumeConfiguration.html */
export const s3FilesArn = 'arn:aws:s3files:<region>:<account-id>:file-system/<file-system-id>';
