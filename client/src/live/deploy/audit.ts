import type { Where } from './plan';

/** What became of a call: answered, refused, or without an answer that anybody saw. */
export type CallResult = 'ok' | 'failed' | 'unknown';

/** One call that changed something, or may have. */
export interface AuditEntry {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly place: Where;
  readonly operation: string;
  /** The name of what it is about: `shop/web`, `web:12`, a task's ID; nothing of what was sent. */
  readonly target: string;
  readonly result: CallResult;
  readonly requestId?: string;
}

/** The line that is kept of a call: time, account, region, operation, target, result and AWS's own reference. */
export function auditLine({ at, place, operation, target, result, requestId }: AuditEntry): string {
  const { identity, connection } = place;
  const words = [new Date(at).toISOString(), identity.account, connection.region, operation, plainWord(target), result];
  return [...words, ...(requestId === undefined ? [] : [`request ${plainWord(requestId)}`])].join(' ');
}

// A line stays one line, whatever a name holds.
function plainWord(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, '_').slice(0, 500);
}
