import type { LiveFailure } from '../live/failure';
import { limiter } from '../live/limit';
import type { Connection, Log, Signal, Translate } from '../live/ports';
import type { Clients } from './clients';
import type { ServiceName } from './endpoint';
import { type Call, refusal, toFailure } from './errors';
import { platformSignal } from './signal';

/** One call through a connection's clients. Throws `LiveFailure`. */
export type Send = <T>(
  call: {
    readonly service: ServiceName;
    readonly operation: string;
    readonly changes?: boolean;
    readonly signal?: Signal | undefined;
    /** A session of Live Tail: it keeps no other call waiting, and nobody waits for it to close the sockets. */
    readonly lasting?: boolean;
  },
  work: (clients: Clients, options: { readonly abortSignal?: AbortSignal }) => Promise<T>,
) => Promise<T>;

/** What a sender needs besides the connection. */
export interface SenderParts {
  readonly clients: () => Promise<Clients>;
  /** Calls that change something are refused while it answers true. */
  readonly readOnly: () => boolean;
  readonly log: Log;
  readonly t: Translate;
  /** Told whenever no call is under way any more. */
  readonly onIdle: () => void;
}

/** Sends at most four calls at a time, sessions aside; every failure is told in the log without what AWS said, which may name an account. */
export function sender(connection: Connection, { clients, readOnly, log, t, onIdle }: SenderParts): Send {
  const limited = limiter(4, onIdle);
  const { region, profile } = connection;
  return async ({ service, operation, changes = false, lasting = false, signal }, work) => {
    const call = async (found?: Clients) => {
      // Asked when its turn has come, and before credentials are read.
      if (changes && readOnly()) throw refusal({ service, operation, host: '', region }, t);
      const { signal: abortSignal, done } = platformSignal(signal);
      const made = found ?? (await clients());
      try {
        return await work(made, abortSignal ? { abortSignal } : {});
      } catch (error) {
        const host = lasting ? made.liveTailHost : made.hosts[service];
        const told: Call = { service, operation, host, region, changes, ...(profile ? { profile } : {}) };
        const failure = toFailure(error, told, t);
        if (failure.kind !== 'cancelled') log.warn(line(failure));
        throw failure;
      } finally {
        done();
      }
    };
    // What lasts waits for its turn only to begin.
    return lasting ? call(await limited(clients)) : limited(() => call());
  };
}

/** One call that reads ECS. */
export type EcsCall = ReturnType<typeof ecsCalls>;

export function ecsCalls(send: Send) {
  return <T>(
    operation: string,
    signal: Signal | undefined,
    work: (ecs: Clients['ecs'], options: { readonly abortSignal?: AbortSignal }) => Promise<T>,
  ): Promise<T> => send({ service: 'ecs', operation, signal }, ({ ecs }, options) => work(ecs, options));
}

function line({ kind, details }: LiveFailure): string {
  return [details.operation, kind, details.requestId ? `request ${details.requestId}` : 'no request id'].join(', ');
}
