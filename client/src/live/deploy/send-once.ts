import { LiveFailure } from '../failure';
import type { Answered } from '../ports';
import { auditLine, type CallResult } from './audit';
import type { ChangePorts } from './input';
import type { Where } from './plan';

/** One call that changes something. */
export interface Call<T> {
  readonly place: Where;
  readonly operation: string;
  /** What the line of the audit says it is about; what was answered may know it better. */
  readonly target: (answer?: T) => string;
  readonly send: () => Promise<Answered<T>>;
  /** Reads what the call has done, when no answer came; undefined: not seen. Absent: it cannot be seen. */
  readonly seen?: () => Promise<T | undefined>;
}

type Ports = Pick<ChangePorts, 'clock' | 'log' | 'audit' | 'onChanged'>;

/**
 * Sends a change once, whatever happens. When no answer comes, what it should have done is looked for; found, it counts as
 * done. Throws `LiveFailure`; one whose details say `maybeApplied` was not seen to arrive, and may have.
 */
export async function sendOnce<T>(call: Call<T>, ports: Ports): Promise<T> {
  try {
    const answer = await call.send();
    record(call, 'ok', ports, answer, answer.requestId);
    return answer;
  } catch (error) {
    if (!(error instanceof LiveFailure)) throw error;
    if (!error.details.maybeApplied) {
      record(call, 'failed', ports, undefined, error.details.requestId);
      throw error;
    }
    const answer = await lookedFor(call, ports);
    record(call, answer === undefined ? 'unknown' : 'ok', ports, answer, error.details.requestId);
    if (answer === undefined) throw error;
    return answer;
  }
}

async function lookedFor<T>({ operation, seen }: Call<T>, { clock, log }: Ports): Promise<T | undefined> {
  if (!seen) return undefined;
  log.warn(`${operation} had no answer; looking for what it did instead of sending it again.`);
  for (const wait of waits) {
    await clock.sleep(wait);
    const answer = await seen().catch(unknownYet);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

function record<T>(
  { place, operation, target }: Call<T>,
  result: CallResult,
  { clock, audit, onChanged }: Ports,
  answer: T | undefined,
  requestId: string | undefined,
): void {
  const entry = { at: clock.now(), place, operation, target: target(answer), result };
  audit(auditLine({ ...entry, ...(requestId === undefined ? {} : { requestId }) }));
  if (result !== 'failed') onChanged();
}

function unknownYet(error: unknown): undefined {
  if (!(error instanceof LiveFailure)) throw error;
}

// ECS is eventually consistent: a change may not be seen at once. In milliseconds.
const waits = [0, 2_000, 4_000];
