import { describe, expect, it } from 'vitest';
import { service } from '../support/service';

/** Errors and warnings of a definition for Fargate that mounts these volumes. */
async function loud(volumes: readonly object[], more: object = {}) {
  const definition = {
    family: 'web',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    containerDefinitions: [
      {
        name: 'app',
        image: 'nginx:1.27',
        logConfiguration: '${LOGGING}',
        mountPoints: volumes.map((_, index) => ({ sourceVolume: `v${index}`, containerPath: `/v${index}` })),
      },
    ],
    volumes: volumes.map((volume, index) => ({ name: `v${index}`, ...volume })),
    ...more,
  };
  const problems = await service.diagnose(service.open('file:///w/task-definition.json', JSON.stringify(definition)));
  const heard = problems.filter(({ severity }) => severity === 'error' || severity === 'warning');
  return heard.map(({ rule, pointer }) => `${rule} ${pointer}`);
}

const efs = (members: object) => ({ efsVolumeConfiguration: { fileSystemId: 'fs-0123456789abcdef0', ...members } });
const s3files = {
  s3filesVolumeConfiguration: {
    fileSystemArn: 'arn:aws:s3files:us-east-1:123456789012:file-system/fs-0123456789abcdef0',
  },
};
const role = { taskRoleArn: 'arn:aws:iam::123456789012:role/web' };

describe('one defect of a volume is told once', () => {
  it('encryption that several settings need', async () => {
    const authorizationConfig = { accessPointId: 'fsap-0123456789abcdef0', iam: 'ENABLED' };
    expect(await loud([efs({ transitEncryptionPort: 2999, authorizationConfig })], role)).toEqual([
      'efs-iam-requires-transit-encryption /volumes/0/efsVolumeConfiguration/authorizationConfig/iam',
    ]);
    expect(await loud([efs({ transitEncryption: 'DISABLED', authorizationConfig })], role)).toEqual([
      'efs-iam-requires-transit-encryption /volumes/0/efsVolumeConfiguration/transitEncryption',
    ]);
  });

  it('a task role that several volumes need', async () => {
    expect(await loud([s3files, s3files])).toEqual([
      's3files-task-role-required /volumes/0/s3filesVolumeConfiguration',
    ]);
    expect(await loud([s3files, s3files], role)).toEqual([]);
  });

  it('a driver for buckets where there are no drivers', async () => {
    expect(await loud([{ dockerVolumeConfiguration: { driver: 'rexray/s3fs' } }])).toEqual([
      's3-fuse-volume-driver /volumes/0/dockerVolumeConfiguration/driver',
    ]);
    expect(await loud([{ dockerVolumeConfiguration: { driver: 'rexray/ebs' } }])).toEqual([
      'fargate-docker-volume /volumes/0/dockerVolumeConfiguration',
    ]);
  });

  it('a file system that is named by nothing, or by a bucket', async () => {
    expect(await loud([{ s3filesVolumeConfiguration: {} }], role)).toEqual([
      's3files-arn-invalid /volumes/0/s3filesVolumeConfiguration',
    ]);
    expect(await loud([efs({ fileSystemId: 'my-bucket', transitEncryption: 'ENABLED' })])).toEqual([
      's3-bucket-as-volume /volumes/0/efsVolumeConfiguration/fileSystemId',
    ]);
  });

  it('a name without characters', async () => {
    const containerDefinitions = [{ name: 'app', image: 'nginx:1.27', logConfiguration: '${LOGGING}' }];
    expect(await loud([{ name: '' }], { containerDefinitions })).toEqual(['volume-name-required /volumes/0/name']);
  });

  it('a null is no kind of volume', async () => {
    const asConsoleHasIt = { ...efs({ transitEncryption: 'ENABLED' }), host: null, dockerVolumeConfiguration: null };
    expect(await loud([asConsoleHasIt])).toEqual([
      'null-member /volumes/0/host',
      'null-member /volumes/0/dockerVolumeConfiguration',
    ]);
  });
});
