import type { parseArgs } from 'node:util';
import type { Option } from '../../../server/src/cli/command';
import { choice, UsageError } from '../../../server/src/cli/usage-error';
import type { Target } from '../live/deploy/target';
import { plain } from '../live/plain';
import { readTargets } from '../live/targets/read';
import { connectionFlags, connectionOptions } from './connect';
import { type DeploySettings, fileOf, inFolder } from './settings';
import type { Terminal } from './terminal';

/** What says where a file is deployed to, for `parseArgs`. */
export const targetOptions = {
  ...connectionOptions,
  account: { type: 'string' },
  cluster: { type: 'string' },
  service: { type: 'string' },
  run: { type: 'boolean' },
  family: { type: 'string' },
  'launch-type': { type: 'string' },
  'capacity-provider': { type: 'string', multiple: true },
  subnets: { type: 'string' },
  'security-groups': { type: 'string' },
  'public-ip': { type: 'boolean' },
  count: { type: 'string' },
  'desired-count': { type: 'string' },
  force: { type: 'boolean' },
} as const;

/** The same for help. */
export const targetFlags: readonly Option[] = [
  {
    flag: '--cluster CLUSTER',
    words: 'name or ARN; with it FILE is deployed to what the options say, without a target',
  },
  { flag: '--service SERVICE', words: 'the service to update' },
  { flag: '--run', words: 'run tasks instead' },
  { flag: '--family FAMILY', words: 'which definition of a file with several' },
  { flag: '--launch-type TYPE', words: 'FARGATE, EC2 or EXTERNAL, with --run' },
  { flag: '--capacity-provider NAME', words: 'instead of a launch type; more than one with equal weights' },
  { flag: '--subnets ID,…', words: 'of the tasks, with --run' },
  { flag: '--security-groups ID,…', words: 'of the tasks, with --run' },
  { flag: '--public-ip', words: 'the tasks get a public address, with --run' },
  { flag: '--count N', words: 'tasks to run, 1 to 10' },
  { flag: '--desired-count N', words: 'tasks that the service keeps' },
  { flag: '--force', words: 'deploy also when nothing has changed' },
  { flag: '--account ACCOUNT', words: 'refuse any other account' },
  ...connectionFlags,
];

export type TargetValues = ReturnType<typeof parseArgs<{ options: typeof targetOptions }>>['values'];

/** A target with the path of its file as the user wants to read it. */
export interface Aim {
  readonly target: Target;
  readonly file: string;
}

/**
 * What is meant: the target of a name, the only one of a file, or what the options say; options come before what a target says.
 * Throws UsageError.
 */
export function aimOf(named: string, values: TargetValues, settings: DeploySettings, terminal: Terminal): Aim {
  const [empty] = Object.entries(values).filter(([, value]) => [value].flat().some((it) => it === ''));
  // A variable of a script that is not set: what it was to guard would go unguarded.
  if (empty) throw new UsageError(`--${empty[0]} wants a value, not nothing.`);
  const given = givenMembers(values);
  if (values.cluster !== undefined) {
    const file = inFolder(named, settings, terminal);
    if (values.service === undefined && !values.run) throw new UsageError('say --service SERVICE or --run.');
    const kind = values.run ? 'run' : 'service';
    return { target: checked(placeOf(values), { kind, ...given }, file), file: named };
  }
  const { name, ...entry } = find(named, values.family, settings, terminal);
  return {
    target: checked(name, { ...entry, ...given }, entry.file),
    file: fileOf(entry.file, settings, terminal),
  };
}

function find(named: string, family: string | undefined, settings: DeploySettings, terminal: Terminal): Target {
  const { targets } = settings;
  const byName = targets.find(({ name }) => name === named);
  if (byName) return byName;
  const file = inFolder(named, settings, terminal);
  const ofFile = targets.filter((it) => it.file === file && (!family || !it.family || it.family === family));
  const [only, ...more] = ofFile;
  if (only && more.length === 0) return only;
  if (only)
    throw new UsageError(`${named} has several targets: name one of ${ofFile.map((it) => it.name).join(', ')}.`);
  const known = targets.length === 0 ? 'There are none' : `There are ${targets.map((it) => it.name).join(', ')}`;
  throw new UsageError(
    `'${named}' is neither a target nor a file with one. ${known} in .vscode/settings.json (taskdef.targets); or say --cluster.`,
  );
}

// The rules of the setting hold for options too.
function checked(name: string, entry: Readonly<Record<string, unknown>>, file: string): Target {
  const { targets, problems } = readTargets({ [name]: { ...entry, file: 'file' } }, plain);
  const [target] = targets;
  if (!target) throw new UsageError(problems.map(({ sentence }) => sentence).join(' '));
  return { ...target, file };
}

function givenMembers(values: TargetValues): Partial<Target> {
  const { profile, region, account, cluster, service, family, subnets } = values;
  const providers = values['capacity-provider'];
  const type = values['launch-type'];
  if (!subnets && (values['security-groups'] !== undefined || values['public-ip'])) {
    throw new UsageError('--security-groups and --public-ip go with --subnets.');
  }
  const network = subnets && {
    subnets: listOf(subnets),
    securityGroups: listOf(values['security-groups'] ?? ''),
    assignPublicIp: values['public-ip'] ?? false,
  };
  const members = {
    profile,
    region,
    account,
    cluster,
    service,
    family,
    launchType: type && choice('launch type', type.toUpperCase(), ['FARGATE', 'EC2', 'EXTERNAL'] as const),
    capacityProviderStrategy: providers?.map((capacityProvider) => ({ capacityProvider, weight: 1 })),
    network,
    count: numberOf('count', values.count),
    desiredCount: numberOf('desired-count', values['desired-count']),
    forceNewDeployment: values.force,
  };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

function numberOf(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  throw new UsageError(`--${option} takes a whole number, not '${value}'.`);
}

function listOf(value: string): readonly string[] {
  return value
    .split(',')
    .map((it) => it.trim())
    .filter((it) => it !== '');
}

function placeOf({ cluster = '', service }: TargetValues): string {
  return service === undefined ? cluster : `${cluster}/${service}`;
}
