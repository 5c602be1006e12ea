import { encryptedOnly, isUnencrypted } from '../../model/volume';
import { defineRule, report, set, suggestion } from '../rule';
import { definition } from '../storage-example';

const efs = (members: string, marks = '') =>
  definition({
    volumes: `{
  "name": "data",
  "efsVolumeConfiguration": {${marks}
    "fileSystemId": "fs-0123456789abcdef0"${members}
  }
}`,
  });

const marks = '\n//^^^^^^^^^^^^^^^^^^^^^^^^';

export const rule = defineRule({
  id: 'efs-transit-encryption-disabled',
  category: 'security',
  severity: 'warning',
  controls: ['ECS.18'],
  title: 'EFS volumes are encrypted in transit',
  why: 'Encryption between the task and EFS is off unless it is set, so whoever sees the network sees the files.',
  source: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-18',
  bad: [efs('', marks), efs(',\n    "transitEncryption": "DISABLED"', marks)],
  fixed: [efs(',\n    "transitEncryption": "ENABLED"'), efs(',\n    "transitEncryption": "ENABLED"')],
  good: [
    efs(',\n    "transitEncryption": "ENABLED"'),
    efs(',\n    "transitEncryption": "${ENCRYPTION}"'),
    // Refused by ECS, which is another finding.
    efs(',\n    "authorizationConfig": { "accessPointId": "fsap-0123456789abcdef0" }'),
  ],

  *check({ volumes }) {
    for (const { efsVolumeConfiguration: efs } of volumes.items)
      if (isUnencrypted(efs) && encryptedOnly(efs).length === 0)
        yield report(
          efs.at,
          'What goes between the tasks and this file system is not encrypted. Set transitEncryption to ENABLED.',
          { fix: suggestion('Enable transit encryption', set(efs.at, 'transitEncryption', 'ENABLED')) },
        );
  },
});
