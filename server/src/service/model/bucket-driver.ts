import { bucketDrivers } from '../data/fuse-programs';
import { isS3Address } from './s3-address';
import type { Volume } from './volume';

/** True for a Docker volume whose driver mounts a bucket: the driver's name says so, or an option of it does. */
export function isBucketVolume({ driver, driverOpts }: Volume['dockerVolumeConfiguration']): boolean {
  const name = driver.literal?.toLowerCase();
  const options = driverOpts.keys.map((key) => [key.toLowerCase(), driverOpts.get(key).literal] as const);
  const bucket = options.some(([key, value]) => key === 'bucket' || key === 's3bucket' || isS3Address(value));
  // Rclone mounts much else.
  if (name?.includes('rclone') && options.length > 0) return bucket || options.some(([, value]) => value === 's3');
  return bucket || bucketDrivers.some((known) => name?.includes(known));
}
