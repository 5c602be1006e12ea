import type { LaunchType } from '../model/task-definition';
import type { Severity } from '../problem';
import type { Rule } from '../rules/rule';

/** How loud a rule is; `off` is silent. */
export type Level = Severity | 'off';

export const levels: readonly Level[] = ['error', 'warning', 'information', 'hint', 'off'];

/** What rules are on before single levels are set. */
export const presets = {
  recommended: 'Every rule at its own level, but for those that one has to ask for.',
  strict: 'Every rule, also those that one has to ask for.',
  security: 'What makes a task less secure, and every error.',
  'api-only': 'Only what ECS refuses, or what keeps a task from starting.',
} as const;

export type Preset = keyof typeof presets;

/** What a project or a user sets. */
export interface Config {
  readonly preset?: Preset;
  /** Levels by rule id. */
  readonly rules?: Readonly<Record<string, Level>>;
  /** The launch types of definitions that list none, by glob relative to the configuration's folder. */
  readonly launchTypes?: Readonly<Record<string, readonly LaunchType[]>>;
  /** Hosts that images may come from; any when empty. */
  readonly trustedRegistries?: readonly string[];
}

/** What holds for a document: the configurations that say something about it, the one that wins first. */
export interface Settings {
  readonly configs: readonly Config[];
}

/** Nothing is set. */
export const defaults: Settings = { configs: [] };

/** The level of a finding of a rule, whose own severity may be lower than the rule's. */
export type LevelOf = (rule: Pick<Rule, 'id' | 'category' | 'optIn'>, severity: Severity) => Level;

/** The levels that configurations give, the first that says anything about a rule winning. */
export function levelsOf({ configs }: Settings): LevelOf {
  const preset = configs.find((it) => it.preset)?.preset ?? 'recommended';
  return (rule, severity) => {
    const set = configs.find((it) => it.rules && Object.hasOwn(it.rules, rule.id))?.rules?.[rule.id];
    return set ?? byPreset(preset, rule, severity);
  };
}

/** The hosts that images may come from; none means any. */
export function trustedRegistries({ configs }: Settings): readonly string[] {
  return configs.find((it) => it.trustedRegistries)?.trustedRegistries ?? [];
}

function byPreset(preset: Preset, { category, optIn }: Parameters<LevelOf>[0], severity: Severity): Level {
  const isSecurity = category === 'security' || category === 'iam';
  switch (preset) {
    case 'strict':
      return severity;
    case 'security':
      return isSecurity || (severity === 'error' && !optIn) ? severity : 'off';
    case 'api-only':
      return severity === 'error' && !optIn ? severity : 'off';
    case 'recommended':
      return optIn ? 'off' : severity;
  }
}
