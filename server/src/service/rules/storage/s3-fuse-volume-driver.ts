import { isBucketVolume } from '../../model/bucket-driver';
import { defineRule, report } from '../rule';
import { definition, onFargate, taskRole } from '../storage-example';
import { useS3Files } from '../use-s3-files';

const docker = (members: string, task = '') =>
  definition({
    task: `${task}${taskRole}`,
    volumes: `{
  "name": "data",
  "dockerVolumeConfiguration": {
    "scope": "shared",
    ${members}
  }
}`,
  });

const s3Files = (task = '') =>
  definition({
    task: `${task}${taskRole}`,
    volumes: `{
  "name": "data",
  "s3filesVolumeConfiguration": {
    "fileSystemArn": "arn:aws:s3files:<region>:<account-id>:file-system/<file-system-id>"
  }
}`,
  });

export const rule = defineRule({
  id: 's3-fuse-volume-driver',
  category: 'storage',
  severity: 'error',
  title: 'A bucket is mounted through S3 Files, not through a volume driver',
  why: 'A driver that mounts a bucket is a plugin of the Docker daemon, which Fargate does not have. On EC2, where this is a warning, someone has to install it on every instance, and what it mounts is no file system with locks and renames.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/s3files-volumes.html',
  bad: [
    docker(
      `"driver": "rexray/s3fs"
//            ^^^^^^^^^^^^^`,
      `${onFargate}\n`,
    ),
    docker(`"driver": "local",
//            ^^^^^^^
    "driverOpts": { "type": "fuse", "device": "s3://my-bucket" }`),
  ],
  fixed: [s3Files(`${onFargate}\n`), s3Files()],
  good: [
    docker('"driver": "local",\n    "driverOpts": { "type": "nfs", "device": ":/exports" }'),
    docker('"driver": "${DRIVER}"'),
    docker('"driver": "rclone",\n    "driverOpts": { "type": "sftp" }'),
  ],
  narrows: ['fargate-docker-volume'],

  *check(task) {
    const onFargate = task.launchType('FARGATE') !== undefined;
    // Windows on EC2 has no such driver at all, which another rule tells.
    if (task.isWindows && !onFargate) return;
    for (const { dockerVolumeConfiguration: docker } of task.volumes.items) {
      if (!isBucketVolume(docker)) continue;
      const what = docker.driver.literal ? `The driver '${docker.driver.literal}'` : 'This driver';
      yield report(
        docker.driver,
        onFargate
          ? `${what} mounts a bucket, and Fargate has no volume drivers. Make an S3 Files file system over the bucket, and use s3filesVolumeConfiguration.`
          : `${what} mounts a bucket, which works only where the plugin is installed on the instance. An S3 Files file system over the bucket needs none: use s3filesVolumeConfiguration.`,
        { severity: onFargate ? 'error' : 'warning', fix: useS3Files(task, docker.at) },
      );
    }
  },
});
