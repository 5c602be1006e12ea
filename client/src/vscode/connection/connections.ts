import * as vscode from 'vscode';
import { loadAws } from '../../aws/load';
import { type ConnectionChoice, isSameChoice } from '../../live/connection/choice';
import { type ConnectionInfo, distinct } from '../../live/connection/info';
import { pinnedIn } from '../../live/connection/pinned';
import { createPool } from '../../live/connection/pool';
import type { LiveFailure } from '../../live/failure';
import type { Connection, EcsGateway, Log, Memory, Translate } from '../../live/ports';
import { isReadOnly } from '../read-only';
import { requireTrust } from '../trust';
import { createMfaPrompt } from './mfa-prompt';
import { watchFiles } from './watch-files';

export type { ConnectionChoice } from '../../live/connection/choice';

/** The connections of the window: several side by side, of which one is active. Without `choice` each of these is about the active one. */
export interface Connections extends vscode.Disposable {
  /** The active one. */
  choice(): ConnectionChoice;
  /** Those that the user works with, each profile and region once, in their order, the active one included. Reads the AWS config, sends nothing. */
  all(): Promise<readonly ConnectionInfo[]>;
  /** Puts `choice` in the place of the active one, or of `before`, and connects anew. */
  choose(choice: ConnectionChoice, before?: ConnectionChoice): Promise<void>;
  /** Makes one of them the active one. */
  use(choice: ConnectionChoice): Promise<void>;
  add(choice: ConnectionChoice): Promise<void>;
  /** Makes the first of the others the active one when it was it. The last one stays. */
  remove(choice: ConnectionChoice): Promise<void>;
  /** Where calls go; undefined before the first use and when there is no connection. */
  resolved(choice?: ConnectionChoice): Connection | undefined;
  /** Why the choice gives no connection, or why this one does not work until the user does something. */
  failure(choice?: ConnectionChoice): LiveFailure | undefined;
  /** Throws `RestrictedMode` and `LiveFailure`. The same gateway until `forget`, a change of the shared files or the end of its session. */
  gateway(choice?: ConnectionChoice): Promise<EcsGateway>;
  /** Reads the shared config and credentials again at the next use, of all connections without `choice`: they may have changed on disk. */
  forget(choice?: ConnectionChoice): void;
  /** As `forget`, and what was read is read again. */
  renew(choice?: ConnectionChoice): void;
  /** Another connection is the active one: what commands work on belongs to another account or region. */
  readonly onDidChoose: vscode.Event<void>;
  /** Connections were added, removed or replaced. */
  readonly onDidPin: vscode.Event<void>;
  /** `resolved` or `failure` has changed. */
  readonly onDidResolve: vscode.Event<void>;
  /** A connection was made anew, or all were because the shared files have changed: what was read through it is to be read again. */
  readonly onDidRenew: vscode.Event<ConnectionChoice | undefined>;
  /** A connection that has worked needs the user to sign in again; told once until it works again. */
  readonly onDidExpire: vscode.Event<LiveFailure>;
}

/** The connections remembered for this workspace, the default chain's before any choice. */
export function createConnections(memory: Memory, log: Log, t: Translate): Connections {
  const chosen = new vscode.EventEmitter<void>();
  const listed = new vscode.EventEmitter<void>();
  const settled = new vscode.EventEmitter<void>();
  const renewed = new vscode.EventEmitter<ConnectionChoice | undefined>();
  const expired = new vscode.EventEmitter<LiveFailure>();
  const pinned = pinnedIn(memory);
  const mfaCode = createMfaPrompt(t);
  const pool = createPool({
    resolve: (choice) => loadAws().resolveConnection(choice, t),
    open: (connection, onCall) =>
      loadAws().createGateway(connection, log, { t, readOnly: isReadOnly, mfaCode, onCall }),
    onChange: () => settled.fire(),
    onExpiry: (failure) => expired.fire(failure),
  });
  const renew = (choice?: ConnectionChoice): void => {
    pool.forget(choice);
    renewed.fire(choice);
  };
  const watching: { watcher?: vscode.Disposable } = {};
  const watch = (): void => {
    const { files, signIns } = loadAws().credentialPlaces();
    watching.watcher ??= vscode.Disposable.from(
      watchFiles(files, () => renew()),
      // The SDK writes there too, as often as it renews what works.
      watchFiles(signIns, () => {
        if (pinned.all().some((choice) => pool.state(choice).failure)) renew();
      }),
    );
  };
  const changed = (): void => {
    listed.fire();
    chosen.fire();
    settled.fire();
  };
  const info = async (choice: ConnectionChoice): Promise<ConnectionInfo> => {
    const { failure } = pool.state(choice);
    return {
      choice,
      connection: await pool.resolve(choice),
      active: isSameChoice(choice, pinned.active()),
      ...(failure ? { failure } : {}),
    };
  };
  // Rows know the profile and region that a choice has led to.
  const asPinned = (choice: ConnectionChoice): ConnectionChoice =>
    pinned.all().find((it) => isSameChoice(it, choice)) ??
    pinned.all().find((it) => isSameChoice(pool.state(it).connection ?? it, choice)) ??
    choice;
  return {
    choice: pinned.active,
    all: async () => {
      requireTrust();
      return distinct(await Promise.all(pinned.all().map(info)));
    },
    choose: async (choice, before = pinned.active()) => {
      await pinned.replace(asPinned(before), choice);
      changed();
      renew(choice);
    },
    use: async (choice) => {
      await pinned.use(asPinned(choice));
      changed();
    },
    add: async (choice) => {
      await pinned.add(choice);
      listed.fire();
    },
    remove: async (choice) => {
      await pinned.remove(asPinned(choice));
      pool.forget(choice);
      changed();
    },
    resolved: (choice = pinned.active()) => pool.state(choice).connection,
    failure: (choice = pinned.active()) => pool.state(choice).failure,
    gateway: async (choice = pinned.active()) => {
      requireTrust();
      watch();
      return pool.gateway(choice);
    },
    forget: pool.forget,
    renew,
    onDidChoose: chosen.event,
    onDidPin: listed.event,
    onDidResolve: settled.event,
    onDidRenew: renewed.event,
    onDidExpire: expired.event,
    dispose: () => {
      pool.dispose();
      vscode.Disposable.from(chosen, listed, settled, renewed, expired).dispose();
      watching.watcher?.dispose();
    },
  };
}
