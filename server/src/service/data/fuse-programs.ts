/**
 * Programs that mount a bucket as a file system through FUSE.
 * https://github.com/awslabs/mountpoint-s3
 * https://github.com/s3fs-fuse/s3fs-fuse
 * https://github.com/kahing/goofys
 * https://github.com/Azure/azure-storage-fuse
 * https://rclone.org/commands/rclone_mount/
 */
export const fusePrograms: readonly string[] = ['mount-s3', 's3fs', 'goofys', 'blobfuse', 'blobfuse2'];

/** Repositories whose images are such a program. */
export const fuseImages: ReadonlySet<string | undefined> = new Set([
  'mountpoint-s3',
  'mount-s3',
  's3fs',
  's3fs-fuse',
  'goofys',
  'blobfuse2',
]);

/**
 * Volume drivers for Docker that mount a bucket, by the name of the plugin.
 * https://rexray.readthedocs.io/en/stable/user-guide/storage-providers/aws/
 * https://github.com/elementar/docker-s3-volume
 */
export const bucketDrivers: readonly string[] = [
  's3fs',
  'goofys',
  'mountpoint-s3',
  'mount-s3',
  's3vol',
  'rclone',
  'elementar/s3',
];
