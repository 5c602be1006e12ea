import { s3FilesArn, taskRoleArn } from '../data/placeholder-arns';
import type { Place } from '../model/field';
import type { TaskDefinition } from '../model/task-definition';
import type { Fix } from '../problem';
import { rename, replace, set, suggestion } from './rule';

/** Turns a volume's configuration into one for S3 Files, which also needs a task role. */
export function useS3Files({ at, taskRoleArn: role }: TaskDefinition, configuration: Place): Fix {
  return suggestion(
    'Use an S3 Files file system',
    ...rename(configuration, 's3filesVolumeConfiguration'),
    replace(configuration, { fileSystemArn: s3FilesArn }),
    ...(role.present ? [] : [set(at, 'taskRoleArn', taskRoleArn)]),
  );
}
