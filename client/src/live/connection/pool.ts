import { LiveFailure } from '../failure';
import type { Connection, EcsGateway } from '../ports';
import { type ConnectionChoice, isSameChoice, scopeOf } from './choice';
import { isSignedOut } from './signed-out';

/** A gateway whose sockets can be closed. */
export type OpenGateway = EcsGateway & { dispose(): void };

/** What a pool needs of the host. */
export interface PoolPorts {
  /** Reads the shared config; sends nothing. */
  resolve(choice: ConnectionChoice): Promise<Partial<Connection>>;
  /** `onCall` is to be told after each call what came of it. */
  open(connection: Partial<Connection>, onCall: (failure?: LiveFailure) => void): OpenGateway;
  /** What is known of some connection has changed. */
  onChange(): void;
  /** A connection that has worked works no longer until the user signs in again: told once until it works again. */
  onExpiry(failure: LiveFailure): void;
}

/** What is known of a connection. */
export interface ConnectionState {
  /** Where calls go; absent before the first use and when there is no connection. */
  readonly connection?: Connection;
  /** Why there is no connection, or why it does not work until the user does something. */
  readonly failure?: LiveFailure;
}

/** The gateways of connections, one for each profile and region. */
export interface Pool {
  /** Throws `LiveFailure`. The same until it is forgotten, or its session has ended. */
  gateway(choice: ConnectionChoice): Promise<EcsGateway>;
  /** The profile and region that a choice means now; as far as the choice says it where the config contradicts itself. */
  resolve(choice: ConnectionChoice): Promise<Partial<Connection>>;
  state(choice: ConnectionChoice): ConnectionState;
  /** Reads config and credentials again at the next use; of all connections without `choice`. */
  forget(choice?: ConnectionChoice): void;
  dispose(): void;
}

interface Held {
  readonly gateway: OpenGateway;
  readonly session: Session;
}

interface Session {
  worked: boolean;
  failure: LiveFailure | undefined;
}

/** No connection yet; nothing is read before the first use. */
export function createPool({ resolve, open, onChange, onExpiry }: PoolPorts): Pool {
  const resolving = new Map<string, Promise<Partial<Connection>>>();
  // Choices may mean the same profile and region: they share a gateway.
  const held = new Map<string, Held>();
  const states = new Map<string, ConnectionState>();

  const resolved = (choice: ConnectionChoice): Promise<Partial<Connection>> => {
    const name = scopeOf(choice);
    const known = resolving.get(name);
    if (known) return known;
    const reading = resolve(choice);
    resolving.set(name, reading);
    // What could not be read is read again at the next use.
    reading.catch(() => {
      if (resolving.get(name) === reading) resolving.delete(name);
    });
    return reading;
  };
  const tell = (name: string, state: ConnectionState): void => {
    const before = states.get(name);
    states.set(name, state);
    if (before?.failure !== state.failure || before?.connection !== state.connection) onChange();
  };
  const note = (connection: Connection, session: Session, failure: LiveFailure | undefined): void => {
    const ended = failure && isSignedOut(failure) ? failure : undefined;
    if (failure && !ended) return;
    const { worked } = session;
    session.worked = ended === undefined;
    // The words of a failure are told once, however many calls fail with it.
    if (ended?.kind === session.failure?.kind) return;
    session.failure = ended;
    for (const [name, state] of states) {
      if (state.connection && scopeOf(state.connection) === scopeOf(connection)) {
        tell(name, { connection: state.connection, ...(ended ? { failure: ended } : {}) });
      }
    }
    if (ended && worked) onExpiry(ended);
  };
  const stateOf = (choice: ConnectionChoice): ConnectionState => {
    const isIt = ({ connection }: ConnectionState): boolean =>
      connection !== undefined && isSameChoice(connection, choice);
    return states.get(scopeOf(choice)) ?? [...states.values()].find(isIt) ?? {};
  };
  const drop = (scope: string): void => {
    held.get(scope)?.gateway.dispose();
    held.delete(scope);
  };
  const gatewayTo = (connection: Partial<Connection>): OpenGateway => {
    const scope = scopeOf(connection);
    const known = held.get(scope);
    if (known && !known.session.failure) return known.gateway;
    drop(scope);
    const session: Session = { worked: false, failure: undefined };
    const gateway = open(connection, (failure) => note(gateway.connection, session, failure));
    held.set(scope, { gateway, session });
    return gateway;
  };
  const forget = (choice?: ConnectionChoice): void => {
    resolving.clear();
    for (const scope of choice ? [scopeOf(stateOf(choice).connection ?? choice)] : [...held.keys()]) drop(scope);
  };
  // What was read before the files changed must not decide where calls go.
  const latest = async (choice: ConnectionChoice): Promise<Partial<Connection>> => {
    const reading = resolved(choice);
    const connection = await reading;
    return resolving.get(scopeOf(choice)) === reading ? connection : latest(choice);
  };
  return {
    gateway: async (choice) => {
      const name = scopeOf(choice);
      try {
        const gateway = gatewayTo(await latest(choice));
        tell(name, { connection: gateway.connection });
        return gateway;
      } catch (failure) {
        if (failure instanceof LiveFailure) tell(name, { failure });
        throw failure;
      }
    },
    resolve: async (choice) => {
      try {
        return await resolved(choice);
      } catch (failure) {
        if (!(failure instanceof LiveFailure)) throw failure;
        return choice;
      }
    },
    state: stateOf,
    forget,
    dispose: () => forget(),
  };
}
