import * as vscode from 'vscode';
import { type AwsModule, loadAws } from '../../aws/load';
import { LiveFailure } from '../../live/failure';
import type { Connection, EcsGateway, Log, Memory, Translate } from '../../live/ports';
import { isReadOnly } from '../read-only';
import { requireTrust } from '../trust';

/** What the user picked; what is absent is left to the SDK's default chain. */
export interface ConnectionChoice {
  readonly profile?: string;
  readonly region?: string;
}

/** The one connection of the window. */
export interface Connections extends vscode.Disposable {
  choice(): ConnectionChoice;
  choose(choice: ConnectionChoice): Promise<void>;
  /** Where calls go; undefined before the first use and when there is no connection. */
  resolved(): Connection | undefined;
  /** Why the choice gives no connection. */
  failure(): LiveFailure | undefined;
  /** Calls of a profile and region, of the active connection without them. Throws `RestrictedMode` and `LiveFailure`. The same gateway until `choose` or `forget`. */
  gateway(choice?: ConnectionChoice): Promise<EcsGateway>;
  /** Reads the shared config and credentials again at the next use: they may have changed on disk. */
  forget(): void;
  /** The choice has changed: what is shown belongs to another account or region. */
  readonly onDidChoose: vscode.Event<void>;
  /** `resolved` or `failure` has changed. */
  readonly onDidResolve: vscode.Event<void>;
}

const key = 'connection';

type DisposableGateway = ReturnType<AwsModule['createGateway']>;

/** The connection remembered for this workspace, the default chain's before any choice. */
export function createConnections(memory: Memory, log: Log, t: Translate): Connections {
  const chosen = new vscode.EventEmitter<void>();
  const settled = new vscode.EventEmitter<void>();
  let pending: Promise<DisposableGateway> | undefined;
  const others = new Map<string, Promise<DisposableGateway>>();
  let resolved: Connection | undefined;
  let failure: LiveFailure | undefined;
  const choice = (): ConnectionChoice => memory.get<ConnectionChoice>(key) ?? {};
  const forget = (): void => {
    pending?.then((gateway) => gateway.dispose()).catch(() => undefined);
    pending = undefined;
    for (const other of others.values()) other.then((gateway) => gateway.dispose()).catch(() => undefined);
    others.clear();
  };
  const connect = async (to: ConnectionChoice): Promise<DisposableGateway> => {
    const aws = loadAws();
    const connection = await aws.resolveConnection(to, t);
    return aws.createGateway(connection, log, { t, readOnly: isReadOnly });
  };
  const other = (to: ConnectionChoice): Promise<DisposableGateway> => {
    const attempt = others.get(nameOf(to)) ?? connect(to);
    others.set(nameOf(to), attempt);
    // What could not be made is tried anew at the next use.
    attempt.catch(() => others.delete(nameOf(to)));
    return attempt;
  };
  const settle = (connection: Connection | undefined, error: unknown): void => {
    resolved = connection;
    failure = error instanceof LiveFailure ? error : undefined;
    settled.fire();
  };
  return {
    choice,
    choose: async (next) => {
      await memory.set(key, next);
      forget();
      settle(undefined, undefined);
      chosen.fire();
    },
    resolved: () => resolved,
    failure: () => failure,
    gateway: async (to) => {
      requireTrust();
      if (to && nameOf(to) !== nameOf(choice())) return other(to);
      const attempt = pending ?? connect(choice());
      if (attempt === pending) return attempt;
      pending = attempt;
      try {
        const gateway = await attempt;
        if (pending === attempt) settle(gateway.connection, undefined);
        return gateway;
      } catch (error) {
        if (pending === attempt) {
          forget();
          settle(undefined, error);
        }
        throw error;
      }
    },
    forget,
    onDidChoose: chosen.event,
    onDidResolve: settled.event,
    dispose: () => {
      forget();
      chosen.dispose();
      settled.dispose();
    },
  };
}

function nameOf({ profile = '', region = '' }: ConnectionChoice): string {
  return `${profile}@${region}`;
}
