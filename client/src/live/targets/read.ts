import type { Target } from '../deploy/target';
import type { Translate } from '../ports';
import { type Check, isRecord, members } from './members';

/** Why a target is not taken. */
export interface TargetProblem {
  /** Its name; absent: the setting as a whole. */
  readonly target?: string;
  /** The whole sentence, with the place that is wrong. */
  readonly sentence: string;
}

/** The targets of a setting, and what is wrong with the others. */
export interface ReadTargets {
  readonly targets: readonly Target[];
  readonly problems: readonly TargetProblem[];
}

/**
 * The targets that a value of `taskdef.targets` means, in its order. One with any mistake is left out as a whole: to run half of what
 * somebody wrote would be something else than they meant.
 */
export function readTargets(value: unknown, t: Translate): ReadTargets {
  if (value === undefined || value === null) return { targets: [], problems: [] };
  if (!isRecord(value)) {
    return { targets: [], problems: [{ sentence: t('taskdef.targets must be an object of targets by name.') }] };
  }
  const read = Object.entries(value).map(([name, entry]) => ({ name, entry, wrong: mistakes(entry, t) }));
  return {
    // Every member has been checked.
    targets: read.flatMap(({ name, entry, wrong }) => (wrong.length === 0 ? { ...(entry as Entry), name } : [])),
    problems: read.flatMap(({ name, wrong }) =>
      wrong.map((what) => ({ target: name, sentence: t('Target {0} is left out: {1}', name, what) })),
    ),
  };
}

/** The patterns of a value of `taskdef.protectedTargets`, also of a single one without its list; what is no text is left out. */
export function readProtected(value: unknown): readonly string[] {
  const given: readonly unknown[] = Array.isArray(value) ? value : [value];
  return given.filter((it): it is string => typeof it === 'string' && it.trim() !== '');
}

/** A target as the setting keeps it: without its name, and without what is not said. */
export function targetEntry({ name: _, ...entry }: Target): Entry {
  return entry;
}

type Entry = Omit<Target, 'name'>;

function mistakes(entry: unknown, t: Translate): readonly string[] {
  if (!isRecord(entry)) return [t('it must be an object.')];
  const missing = ['file', 'kind', 'cluster'].filter((key) => entry[key] === undefined);
  return [
    ...missing.map((key) => t('{0} is missing.', key)),
    ...Object.entries(entry).flatMap(([key, value]) => memberMistake(key, value, t) ?? []),
    ...(entry.kind === 'run' || entry.kind === 'service' ? kindMistakes(entry, entry.kind, t) : []),
  ];
}

function memberMistake(key: string, value: unknown, t: Translate): string | undefined {
  const table: Readonly<Record<string, Check>> = members;
  const check = Object.hasOwn(table, key) ? table[key] : undefined;
  if (!check) return t('{0} is no member of a target.', key);
  const wanted = check(value, t);
  return wanted && t('{0} must be {1}.', key, wanted);
}

function kindMistakes(entry: Readonly<Record<string, unknown>>, kind: Target['kind'], t: Translate): readonly string[] {
  const others = kind === 'run' ? ONLY_SERVICE : ONLY_RUN;
  return [
    ...others.filter((key) => entry[key] !== undefined).map((key) => t('{0} has no place in kind {1}.', key, kind)),
    ...(kind === 'service' && entry.service === undefined && entry.serviceFile === undefined
      ? [t('kind service needs service or serviceFile.')]
      : []),
    ...(entry.launchType !== undefined && entry.capacityProviderStrategy !== undefined
      ? [t('launchType and capacityProviderStrategy exclude each other.')]
      : []),
  ];
}

const ONLY_RUN: readonly (keyof Target)[] = [
  'count',
  'overrides',
  'startedBy',
  'launchType',
  'capacityProviderStrategy',
  'network',
  'platformVersion',
  'volumeConfigurations',
];
const ONLY_SERVICE: readonly (keyof Target)[] = ['service', 'serviceFile', 'desiredCount', 'forceNewDeployment'];
