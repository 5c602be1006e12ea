import type { StopCause } from '../../data/stop-causes/cause';
import { exitCodes, finishedInService, otherExit } from '../../data/stop-causes/exit-codes';
import { stopGroups } from '../../data/stop-causes/groups';
import { stopCodes } from '../../data/stop-causes/stop-codes';
import type { Severity } from '../../problem';

/** What ECS tells of a stopped task. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html */
export interface StopFacts {
  readonly stopCode?: string;
  readonly stoppedReason?: string;
  /** True for the task of a service. */
  readonly service?: boolean;
  readonly containers: readonly ContainerFacts[];
}

export interface ContainerFacts {
  readonly name: string;
  readonly exitCode?: number;
  readonly reason?: string;
  /** `HEALTHY`, `UNHEALTHY` or `UNKNOWN`. */
  readonly health?: string;
}

/** Why a task stopped, in words that need no document. */
export interface StopExplanation {
  /** Of a cause of `data/stop-causes`, or `unknown`. */
  readonly cause: string;
  /** `information`: nothing is wrong with the task definition. */
  readonly severity: Exclude<Severity, 'hint'>;
  /** What happened; AWS's own words where the cause is unknown. */
  readonly sentence: string;
  /** What to do about it; absent where that is not known. */
  readonly fix?: string;
  readonly url: string;
  /** The container that it is about, where that is known. */
  readonly container?: string;
  /** AWS's words, unchanged; absent where there are none. */
  readonly said?: string;
}

/** A cause that was found, and what it was found in. */
export interface FoundCause {
  /** Undefined for words that no cause knows. */
  readonly cause: StopCause | undefined;
  readonly container?: ContainerFacts;
  /** What goes into the sentence beside the container. */
  readonly caught: Readonly<Record<string, string>>;
  readonly said: string | undefined;
}

/** Explains why a task stopped; undefined when ECS tells nothing of it. */
export function explainStop(facts: StopFacts): StopExplanation | undefined {
  const found = findCause(facts, () => undefined);
  return found && inWords(found, found.container?.name);
}

/**
 * The cause that the facts tell of. What ECS did to a task counts before what became of its containers by that; what says why before
 * an exit code, and of these the one that is least likely to follow from another.
 */
export function findCause(
  facts: StopFacts,
  isEssential: (container: string) => boolean | undefined,
): FoundCause | undefined {
  const { stopCode, stoppedReason, containers } = facts;
  const byCode = stopCode === undefined ? undefined : stopCodes[stopCode];
  const ofTask = stoppedReason === undefined ? undefined : match(stoppedReason);
  // What somebody wrote as their reason can be anything.
  if (byCode && stopCode === 'UserInitiated') return { cause: byCode, caught: {}, said: stoppedReason };
  if (byCode) {
    const unhealthy = containers.filter(({ health }) => health === 'UNHEALTHY');
    const [container] = ofTask?.cause.at === 'health-check' && unhealthy.length === 1 ? unhealthy : [];
    return { caught: {}, cause: byCode, ...ofTask, said: stoppedReason, ...(container && { container }) };
  }
  for (const container of containers) {
    const matched = container.reason === undefined ? undefined : match(container.reason);
    if (matched) return { ...matched, container, said: container.reason };
  }
  if (ofTask) return { ...ofTask, said: stoppedReason };
  // Of a task that did not start, exit codes tell what ECS did afterwards.
  const exited = stopCode === 'TaskFailedToStart' ? undefined : exitedContainer(facts, isEssential);
  if (exited) return { ...exited, said: exited.container?.reason ?? stoppedReason };
  const said = [stoppedReason, ...containers.map(({ reason }) => reason)].filter(Boolean).join('\n') || stopCode;
  return said === undefined ? undefined : { cause: undefined, caught: {}, said };
}

function exitedContainer(
  { containers, service }: StopFacts,
  isEssential: (container: string) => boolean | undefined,
): Omit<FoundCause, 'said'> | undefined {
  const ended = containers.flatMap((container) =>
    container.exitCode === undefined || isEssential(container.name) === false
      ? []
      : [{ container, code: container.exitCode }],
  );
  const [first] = ended.toSorted((a, b) => consequence(a.code) - consequence(b.code));
  if (!first) return undefined;
  const { container, code } = first;
  const cause = code === 0 && service ? finishedInService : (exitCodes[code] ?? otherExit);
  return { cause, container, caught: { code: String(code) } };
}

/** What was found in a sentence, for a container. */
export function inWords({ cause, caught, said }: FoundCause, container: string | undefined): StopExplanation {
  const page = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html';
  const common = { ...(said !== undefined && { said }), ...(container !== undefined && { container }) };
  if (!cause) return { cause: 'unknown', severity: 'error', sentence: said ?? '', url: page, ...common };
  const { id, severity, sentence, fix, url } = cause;
  const words: Readonly<Record<string, string>> = {
    container: container === undefined ? 'a container' : `container '${container}'`,
    Container: container === undefined ? 'A container' : `Container '${container}'`,
    ...caught,
  };
  const filled = sentence.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
  return { cause: id, severity, sentence: filled, fix, url, ...common };
}

/** ECS ends the other containers when an essential one has ended: with SIGTERM, then SIGKILL. */
function consequence(code: number): number {
  const order = [137, 0, 143];
  return order.indexOf(code);
}

function match(
  reason: string,
): { readonly cause: StopCause; readonly caught: Readonly<Record<string, string>> } | undefined {
  // Patterns are read over it many times; AWS's reasons are shorter.
  const text = reason.slice(0, 4_000).replace(/\s+/g, ' ').trim();
  const group = stopGroups.find(({ begins }) => begins.test(text));
  for (const cause of group?.causes ?? []) {
    const found = cause.says ? cause.says.exec(text) : undefined;
    if (cause.says === undefined || found) return { cause, caught: { ...found?.groups } };
  }
  return undefined;
}
