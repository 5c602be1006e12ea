import { taskDefinition } from '../../model/task-definition';
import type { Fix } from '../../problem';
import type { SchemaFinding } from '../../schema/finding';
import { type LimitRow, limitRule } from '../limit-rule';
import { defineRules, placeOf, remove, replace, suggestion } from '../rule';
import { containerWith, definition, onFargate, taskRole } from '../storage-example';

const named = (name: string, marks = '') =>
  definition({
    containers: containerWith(`"mountPoints": [{ "sourceVolume": "${name}", "containerPath": "/data" }]`),
    volumes: `{ "name": "${name}" }${marks}`,
  });

const s3files = (more: string) =>
  definition({
    task: `${onFargate}\n${taskRole}`,
    volumes: `{
  "name": "data",
  "s3filesVolumeConfiguration": {
    "fileSystemArn": "arn:aws:s3files:us-east-1:111122223333:file-system/fs-0123456789abcdef0"${more}
  }
}`,
  });

/** Limits of the schema on single members of volumes. */
const table: readonly LimitRow[] = [
  {
    id: 'volume-name-invalid',
    title: 'The name of a volume has letters, digits, hyphens and underscores',
    why: 'ECS refuses any other character in the name of a volume, and more than 255 of them.',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html',
    at: 'volumes.name',
    message: ({ limit }) => `ECS does not accept this name of a volume. ${limit}`,
    fix: renamed,
    bad: [named('my.vol', '\n//        ^^^^^^^^'), named('/data', '\n//        ^^^^^^^')],
    fixed: [named('my-vol'), named('data')],
    good: [named('my-vol_2'), named('${name}')],
  },
  {
    id: 's3files-port-range',
    title: 'The port of an S3 Files volume is one from 1 to 65535',
    why: 'The mount helper of S3 Files takes the port for its encrypted connection, and chooses one itself where none is set.',
    source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_S3FilesVolumeConfiguration.html',
    at: 'volumes.s3filesVolumeConfiguration.transitEncryptionPort',
    message: () => 'A port is a number from 1 to 65535. Leave transitEncryptionPort out to have one chosen.',
    fix: ({ node }) => suggestion("Remove 'transitEncryptionPort'", remove(placeOf(node))),
    bad: [
      s3files(`,
    "transitEncryptionPort": 70000
//                           ^^^^^`),
      s3files(`,
    "transitEncryptionPort": 0
//                           ^`),
    ],
    fixed: [s3files(''), s3files('')],
    good: [s3files(',\n    "transitEncryptionPort": 65535'), s3files(',\n    "transitEncryptionPort": "${PORT}"')],
  },
];

export const rules = defineRules(table, (row) => limitRule({ category: 'storage', ...row }));

/** A name that ECS takes, in the volume and wherever it is mounted. */
function renamed({ node }: SchemaFinding): Fix | undefined {
  const definition = node.parent?.parent?.parent?.parent?.parent;
  if (node.type !== 'string' || definition?.type !== 'object') return undefined;
  const { mountsByVolume, volumes } = taskDefinition(definition);
  const name = node.value
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 255);
  if (name === '' || !mountsByVolume || volumes.items.some((other) => other.name.literal === name)) return undefined;
  return suggestion(
    `Rename to '${name}'`,
    replace(placeOf(node), name),
    ...(mountsByVolume.get(node.value) ?? []).map(({ mountPoint }) => replace(mountPoint.sourceVolume, name)),
  );
}
