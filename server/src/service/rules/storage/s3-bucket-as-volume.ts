import { s3FilesArn } from '../../data/placeholder-arns';
import type { Field } from '../../model/field';
import { isS3Address } from '../../model/s3-address';
import type { TaskDefinition } from '../../model/task-definition';
import type { Volume } from '../../model/volume';
import type { Fix } from '../../problem';
import { defineRule, type Report, report } from '../rule';
import { useS3Files } from '../use-s3-files';

export const rule = defineRule({
  id: 's3-bucket-as-volume',
  category: 'storage',
  severity: 'error',
  title: 'An S3 bucket is not a volume',
  why: 'ECS mounts no bucket by its address. What it can mount is an S3 Files file system made over the bucket (s3filesVolumeConfiguration) or an EFS file system.',
  source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html',
  bad: [
    `{
  "family": "web",
  "requiresCompatibilities": ["MANAGED_INSTANCES"],
  "taskRoleArn": "arn:aws:iam::111122223333:role/webTaskRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }]
    }
  ],
  "volumes": [
    {
      "name": "data",
      "host": { "sourcePath": "s3://my-bucket/data" }
//                            ^^^^^^^^^^^^^^^^^^^^^
    }
  ]
}`,
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "mountPoints": [
        { "sourceVolume": "arn:aws:s3:::my-bucket", "containerPath": "/a" },
//                        ^^^^^^^^^^^^^^^^^^^^^^^^
        { "sourceVolume": "data", "containerPath": "/data" }
      ]
    }
  ],
  "volumes": [
    { "name": "data", "efsVolumeConfiguration": { "fileSystemId": "my-bucket.s3.eu-west-1.amazonaws.com" } }
//                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  ]
}`,
    `{
  "family": "web",
  "requiresCompatibilities": ["MANAGED_INSTANCES"],
  "taskRoleArn": "arn:aws:iam::111122223333:role/webTaskRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }]
    }
  ],
  "volumes": [
    { "name": "data", "s3filesVolumeConfiguration": { "fileSystemArn": "arn:aws:s3:::my-bucket" } }
//                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^
  ]
}`,
  ],
  fixed: [
    `{
  "family": "web",
  "requiresCompatibilities": ["MANAGED_INSTANCES"],
  "taskRoleArn": "arn:aws:iam::111122223333:role/webTaskRole",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "mountPoints": [{ "sourceVolume": "data", "containerPath": "/data" }]
    }
  ],
  "volumes": [
    {
      "name": "data",
      "s3filesVolumeConfiguration": { "fileSystemArn": "arn:aws:s3files:<region>:<account-id>:file-system/<file-system-id>" }
    }
  ]
}`,
  ],
  good: [
    `{
  "family": "web",
  "containerDefinitions": [
    {
      "name": "app",
      "image": "nginx:1.27",
      "memory": 128,
      "mountPoints": [{ "sourceVolume": "s3", "containerPath": "/mnt/s3" }]
    }
  ],
  "volumes": [{ "name": "s3", "host": { "sourcePath": "/mnt/s3/my-bucket" } }]
}`,
  ],
  narrows: [
    'unknown-source-volume',
    'mount-point-path-invalid',
    'fargate-host-source-path',
    'host-source-path-relative',
    'efs-access-point-root-directory',
    'efs-root-directory-relative',
    'efs-file-system-id-invalid',
    's3files-arn-invalid',
    's3files-root-with-access-point',
  ],

  *check(task) {
    for (const { mountPoints } of task.containerDefinitions.items) {
      for (const { sourceVolume, containerPath } of mountPoints.items) {
        if (isS3Address(sourceVolume.literal)) yield bucket(sourceVolume);
        if (isS3Address(containerPath.literal))
          yield report(
            containerPath,
            `${quoted(containerPath)} is an S3 address, but containerPath is the directory inside the container where the volume appears, such as '/data'.`,
          );
      }
    }
    for (const volume of task.volumes.items) yield* inVolume(task, volume);
  },
});

function* inVolume(task: TaskDefinition, volume: Volume): Iterable<Report> {
  const { host, efsVolumeConfiguration: efs, s3filesVolumeConfiguration: s3files } = volume;
  const { fsxWindowsFileServerVolumeConfiguration: fsx } = volume;
  if (isS3Address(host.sourcePath.literal)) yield bucket(host.sourcePath, useS3Files(task, host.at));
  if (isS3Address(efs.fileSystemId.literal)) yield bucket(efs.fileSystemId, useS3Files(task, efs.at));
  else if (isBucketName(efs.fileSystemId))
    yield report(
      efs.fileSystemId,
      `${quoted(efs.fileSystemId)} is not the ID of an EFS file system ('fs-…'). If it is an S3 bucket, make an S3 Files file system over it and use s3filesVolumeConfiguration.`,
      { fix: useS3Files(task, efs.at) },
    );
  if (isS3Address(s3files.fileSystemArn.literal))
    yield report(
      s3files.fileSystemArn,
      `${quoted(s3files.fileSystemArn)} is a bucket. S3 Files wants the ARN of the file system made over it: '${s3FilesArn}'.`,
    );
  for (const { rootDirectory } of [efs, s3files, fsx])
    if (isS3Address(rootDirectory.literal))
      yield report(
        rootDirectory,
        `${quoted(rootDirectory)} is an S3 address, but rootDirectory is a directory inside the file system, such as '/data'.`,
      );
}

function bucket(place: Field<string>, fix?: Fix): Report {
  return report(
    place,
    `${quoted(place)} is an S3 address, and ECS does not mount buckets. Make an S3 Files file system over the bucket and use s3filesVolumeConfiguration, or use EFS.`,
    fix && { fix },
  );
}

/** A name that S3 would take for a bucket and that is not the ID of a file system. */
function isBucketName({ literal }: Field<string>): boolean {
  return literal !== undefined && /^(?!fs-)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(literal);
}

function quoted({ literal }: Field<string>): string {
  return `'${literal}'`;
}
