import { UsageError } from '../../../server/src/cli/usage-error';
import type { DeployInput, PlanPorts, Protection } from '../live/deploy/input';
import { plain } from '../live/plain';
import type { EcsGateway } from '../live/ports';
import { protection } from '../live/targets/protected';
import { memoryOfProcess } from './memory';
import { type DeploySettings, fileOf, readSettings } from './settings';
import { readSource } from './source';
import { aimOf, type TargetValues } from './target-options';
import type { Terminal } from './terminal';

/** What to deploy, and what has to be typed for it. */
export interface Aimed {
  readonly input: DeployInput;
  readonly protection: Protection;
}

/** What the arguments mean, its file read and checked; undefined where that is refused, and the user was told. Throws UsageError. */
export async function aimed(
  positionals: readonly string[],
  values: TargetValues,
  terminal: Terminal,
): Promise<Aimed | undefined> {
  return aimedIn(await readSettings(terminal), onlyOf(positionals), values, terminal);
}

/** The one target or file that is named. Throws UsageError. */
export function onlyOf([named, ...more]: readonly string[]): string {
  if (named === undefined || more.length > 0) throw new UsageError('name one target or file.');
  return named;
}

/** As `aimed`, with the settings at hand. */
export async function aimedIn(
  settings: DeploySettings,
  named: string,
  values: TargetValues,
  terminal: Terminal,
): Promise<Aimed | undefined> {
  const { target, file } = aimOf(named, values, settings, terminal);
  const serviceFile = target.serviceFile === undefined ? undefined : fileOf(target.serviceFile, settings, terminal);
  const source = await readSource({ file, family: target.family, serviceFile, service: target.service }, terminal);
  if (!source) return undefined;
  const { family, definition, serviceFile: service } = source;
  return {
    input: { source: file, family, definition, target, ...(service ? { serviceFile: service } : {}) },
    protection: protection(() => settings.protectedTargets),
  };
}

/** What planning needs of a command. */
export function planPorts({ protection: guard }: Aimed, gateway: EcsGateway, { newId, clock }: Terminal): PlanPorts {
  return { gateway, protection: guard, newId, clock, memory: memoryOfProcess(), t: plain };
}
