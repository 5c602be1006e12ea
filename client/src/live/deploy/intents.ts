import type { Memory } from '../ports';

/**
 * What was sent and had no answer yet, kept over a reload of the window: names, times and a token, no values. A token is one
 * intent's; ECS answers a repeated one with what it did the first time.
 */
export interface Intent {
  /** What it is one of: see `operationKey`. */
  readonly key: string;
  readonly operation: string;
  readonly source: string;
  readonly family: string;
  /** Name of the target. */
  readonly target: string;
  readonly profile?: string;
  readonly region: string;
  readonly account: string;
  readonly clusterArn: string;
  readonly service?: string;
  /** ARN of the revision that it leads to, once it is registered. */
  readonly revisionArn?: string;
  /** Of the service before. */
  readonly deploymentId?: string;
  readonly token?: string;
  /** Of what the token was sent with. */
  readonly digest?: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

const stored = 'deploy/intents';

/** Those that nobody saw an answer to, oldest first; what another version wrote is left out. */
export function intents(memory: Memory): readonly Intent[] {
  const kept = memory.get<unknown>(stored);
  return Array.isArray(kept) ? kept.filter(isIntent) : [];
}

/** Keeps an intent in the place of an earlier one of its kind; a token is as old as its first use. */
export function keepIntent(memory: Memory, intent: Intent): Promise<void> {
  const kept = intents(memory);
  const first = kept.find(({ token }) => token !== undefined && token === intent.token)?.at ?? intent.at;
  return memory.set(stored, [...kept.filter(({ key }) => key !== intent.key), { ...intent, at: first }]);
}

/** An answer was seen, or nothing was sent. */
export async function endIntent(memory: Memory, key: string): Promise<void> {
  const left = intents(memory).filter((it) => it.key !== key);
  if (left.length < intents(memory).length) await memory.set(stored, left);
}

function isIntent(value: unknown): value is Intent {
  const { key, operation, source, family, target, region, account, clusterArn, at } = (value ?? {}) as Partial<Intent>;
  const texts = [key, operation, source, family, target, region, account, clusterArn];
  return typeof at === 'number' && texts.every((it) => typeof it === 'string');
}
