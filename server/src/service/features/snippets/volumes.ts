import type { TaskDefinition } from '../../model/task-definition';
import type { SketchObject } from './sketch';
import { freeName, regionOf, type Snippet } from './snippet';

/**
 * Volumes by what they keep and for how long.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_data_volumes.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-s3files-config.html
 */
export const volumeSnippets: readonly Snippet[] = [
  volume('EFS volume', 'shared files, encrypted on the way', 'data', (task) => ({
    efsVolumeConfiguration: {
      fileSystemId: '${2:fs-0123456789abcdef0}',
      transitEncryption: 'ENABLED',
      ...(task.taskRoleArn.present && { authorizationConfig: asTaskRole(task) }),
    },
  })),
  volume('EFS volume by access point', 'shared files below the directory of the access point', 'data', (task) => ({
    efsVolumeConfiguration: {
      fileSystemId: '${2:fs-0123456789abcdef0}',
      transitEncryption: 'ENABLED',
      authorizationConfig: { accessPointId: '${3:fsap-0123456789abcdef0}', ...asTaskRole(task) },
    },
  })),
  volume('S3 Files volume', 'objects of a bucket as files', 'objects', (task) => ({
    s3filesVolumeConfiguration: {
      fileSystemArn: `arn:aws:s3files:\${2:${regionOf(task)}}:\${3:111122223333}:file-system/\${4:fs-0123456789abcdef0}`,
    },
  })),
  volume('EBS volume', 'configured when a service or task is launched', 'disk', () => ({ configuredAtLaunch: true })),
  volume('Bind mount', 'a directory shared by the containers, gone with the task', 'scratch', () => ({})),
  volume('Bind mount of the host', 'a directory of the instance', 'host-data', () => ({
    host: { sourcePath: '${2:/var/lib/app}' },
  })),
];

function volume(label: string, detail: string, name: string, rest: (task: TaskDefinition) => SketchObject): Snippet {
  return {
    label,
    detail,
    at: 'volumes.*',
    make: ({ task }) => ({ name: `\${1:${freeName(name, task.volumes.items)}}`, ...rest(task) }),
  };
}

/** IAM authorization, where there is a task role to authorize. */
function asTaskRole({ taskRoleArn }: TaskDefinition): SketchObject {
  return taskRoleArn.present ? { iam: 'ENABLED' } : {};
}
