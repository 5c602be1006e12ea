import type { Field } from '../../model/field';
import { encryptedOnly, isUnencrypted, type Volume } from '../../model/volume';
import type { Fix } from '../../problem';
import { limitRule } from '../limit-rule';
import { defineRule, defineRules, fix, type Rule, replace, report, set, suggestion } from '../rule';
import { definition, onFargate, taskRole } from '../storage-example';

type Efs = Volume['efsVolumeConfiguration'];

interface Row extends Pick<Rule, 'id' | 'title' | 'why' | 'source' | 'bad' | 'fixed' | 'good'> {
  /** What works over an encrypted connection only. */
  readonly of: (efs: Efs) => Field<string | number>;
  readonly message: string;
  readonly related: string;
  /** The setting itself is underlined, even where a stated DISABLED could be. */
  readonly underlined?: true;
}

const efs = (members: string) =>
  definition({
    task: `${onFargate}\n${taskRole}`,
    volumes: `{
  "name": "data",
  "efsVolumeConfiguration": {
    "fileSystemId": "fs-0123456789abcdef0",
    ${members}
  }
}`,
  });

const encrypted = '"transitEncryption": "ENABLED"';

const iam = `"authorizationConfig": {
      "iam": "ENABLED"
    }`;

const accessPoint = `"authorizationConfig": {
      "accessPointId": "fsap-0123456789abcdef0"
    }`;

/** What needs encryption in transit, in the order in which one of several is told. */
const table: readonly Row[] = [
  {
    id: 'efs-iam-requires-transit-encryption',
    title: 'EFS with IAM authorization encrypts in transit',
    why: 'EFS checks the task role over an encrypted connection only, and transitEncryption is off unless it is set. ECS answers: “EFS IAM authorization requires TransitEncryption to be enabled.”',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSAuthorizationConfig.html',
    of: ({ authorizationConfig }) => authorizationConfig.iam,
    message: 'EFS IAM authorization requires TransitEncryption to be enabled',
    related: 'IAM authorization is enabled here',
    bad: [
      efs(`"authorizationConfig": {
      "iam": "ENABLED"
//           ^^^^^^^^^
    }`),
      efs(`"transitEncryption": "DISABLED",
//                       ^^^^^^^^^^
    ${iam}`),
    ],
    fixed: [efs(`${iam},\n    ${encrypted}`), efs(`${encrypted},\n    ${iam}`)],
    good: [
      efs(`${encrypted},\n    ${iam}`),
      efs(`"transitEncryption": "\${ENCRYPTION}",\n    ${iam}`),
      efs('"authorizationConfig": { "iam": "DISABLED" }'),
    ],
  },
  {
    id: 'efs-access-point-requires-transit-encryption',
    title: 'EFS with an access point encrypts in transit',
    why: 'An access point is mounted over an encrypted connection only, and transitEncryption is off unless it is set.',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSAuthorizationConfig.html',
    of: ({ authorizationConfig }) => authorizationConfig.accessPointId,
    message: 'An EFS access point requires encryption in transit',
    related: 'The access point is named here',
    bad: [
      efs(`"authorizationConfig": {
      "accessPointId": "fsap-0123456789abcdef0"
//                     ^^^^^^^^^^^^^^^^^^^^^^^^
    }`),
      efs(`"transitEncryption": "DISABLED",
//                       ^^^^^^^^^^
    ${accessPoint}`),
    ],
    fixed: [efs(`${accessPoint},\n    ${encrypted}`), efs(`${encrypted},\n    ${accessPoint}`)],
    good: [
      efs(`${encrypted},\n    ${accessPoint}`),
      efs(`"transitEncryption": "\${ENCRYPTION}",\n    ${accessPoint}`),
      efs('"rootDirectory": "/data"'),
    ],
  },
  {
    id: 'efs-port-without-transit-encryption',
    title: 'The port for encryption in transit goes with encryption',
    why: 'The port is that of the encrypted connection to EFS, from 1 to 65535. ECS answers: “TransitEncryptionPort requires that TransitEncryption is enabled.”',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSVolumeConfiguration.html',
    of: ({ transitEncryptionPort }) => transitEncryptionPort,
    underlined: true,
    message: 'This port is for encryption in transit, which is off',
    related: 'Encryption in transit is disabled here',
    bad: [
      efs(`"transitEncryptionPort": 2049
//                           ^^^^`),
      efs(`"transitEncryptionPort": 2999,
//                           ^^^^
    "transitEncryption": "DISABLED"`),
      efs(`${encrypted},
    "transitEncryptionPort": 70000
//                           ^^^^^`),
    ],
    fixed: [
      efs(`"transitEncryptionPort": 2049,\n    ${encrypted}`),
      efs(`"transitEncryptionPort": 2999,\n    ${encrypted}`),
    ],
    good: [
      efs(`${encrypted},\n    "transitEncryptionPort": 2999`),
      efs('"transitEncryption": "${ENCRYPTION}",\n    "transitEncryptionPort": 2999'),
    ],
  },
];

export const rules = defineRules(table, ({ of, message, related, underlined, ...row }) => {
  const about = { ...row, category: 'storage' } as const;
  const range = limitRule({ ...about, at: 'volumes.efsVolumeConfiguration.transitEncryptionPort' });
  return defineRule({
    ...(underlined ? range : { ...about, severity: 'error' }),
    *check({ volumes }) {
      for (const { efsVolumeConfiguration: efs } of volumes.items) {
        const needy = of(efs);
        // One missing encryption is one defect, however much of the configuration needs it.
        if (!isUnencrypted(efs) || encryptedOnly(efs)[0] !== needy) continue;
        const { transitEncryption: stated } = efs;
        const place = stated.present && !underlined ? stated : needy;
        const other = place === needy ? stated : needy;
        yield report(
          place,
          `${message}. Set transitEncryption to ENABLED${stated.present ? '' : '; it is off by default'}.`,
          {
            fix: enable(efs),
            ...(stated.present && { related: [{ place: other, message: related }] }),
          },
        );
      }
    },
  });
});

function enable(efs: Efs): Fix {
  const title = 'Enable transit encryption';
  return efs.transitEncryption.present
    ? suggestion(title, replace(efs.transitEncryption, 'ENABLED'))
    : fix(title, set(efs.at, 'transitEncryption', 'ENABLED'));
}
