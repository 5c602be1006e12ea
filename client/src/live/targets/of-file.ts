import type { Target } from '../deploy/target';
import { lastPart } from '../find/resource';

/** A task definition as targets name it. */
export interface TargetFile {
  /** Relative to its folder, with `/`. */
  readonly file: string;
  readonly family: string;
}

/** The targets that are about a definition; one without a family is about all definitions of its file. */
export function targetsOf(targets: readonly Target[], { file, family }: TargetFile): readonly Target[] {
  return targets.filter((it) => it.file === file && (it.family === undefined || it.family === family));
}

/** A name that no target has: the wanted one, else with a number behind it. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  const name = wanted.replaceAll(/[^\w.-]+/g, '-');
  if (!taken.has(name)) return name;
  const numbers = Array.from({ length: taken.size + 1 }, (_, index) => index + 2);
  return numbers.map((number) => `${name}-${number}`).find((it) => !taken.has(it)) ?? name;
}

/** `CLUSTER/SERVICE`, or the cluster alone: names, also where the target has ARNs. */
export function placeName({ cluster, service }: Pick<Target, 'cluster' | 'service'>): string {
  return [cluster, service].flatMap((it) => (it === undefined ? [] : lastPart(it))).join('/');
}
