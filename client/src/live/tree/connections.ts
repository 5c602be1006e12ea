import { type ConnectionChoice, scopeOf } from '../connection/choice';
import type { ConnectionInfo } from '../connection/info';
import { factSheet } from '../markdown';
import type { EcsGateway, Translate } from '../ports';
import { clusterRows } from './clusters';
import { connectionId } from './ids';
import type { TreeNode } from './node';
import { joined } from './words';

/** What the first level of the view Clusters is made with. */
export interface RootPorts {
  /** Each profile and region once, in their order; sends nothing. */
  readonly connections: () => Promise<readonly ConnectionInfo[]>;
  readonly gateway: (choice: ConnectionChoice) => Promise<EcsGateway>;
  /** More is known of a row now; it is waited for before the rows below it are told. */
  readonly onKnown: (row: TreeNode) => Promise<void>;
  readonly t: Translate;
  now(): number;
}

/** The first level of the view Clusters. */
export interface Roots {
  /** The clusters of the only connection, or a row for each of several; of these nothing is fetched before they are opened. */
  load(): Promise<readonly TreeNode[]>;
  /** The rows of connections, the same objects as long as they are shown; none where there is one connection. */
  rows(): readonly TreeNode[];
}

export function createRoots(ports: RootPorts): Roots {
  const shown = new Map<string, TreeNode>();
  const accounts = new Map<string, string>();
  const known: Accounts = {
    of: (scope) => accounts.get(scope),
    learn: async (scope, account) => {
      if (accounts.get(scope) === account) return;
      accounts.set(scope, account);
      const row = shown.get(scope);
      if (row) await ports.onKnown(row);
    },
  };
  const load = async (): Promise<readonly TreeNode[]> => {
    const infos = await ports.connections();
    const [first] = infos;
    if (first && infos.length === 1) {
      shown.clear();
      return clusterRows(() => ports.gateway(first.choice), ports.t, ports.now);
    }
    const rows = infos.map((info) => {
      const scope = scopeOf(info.connection);
      return [scope, shown.get(scope) ?? connectionRow(info, known, ports)] as const;
    });
    shown.clear();
    for (const [scope, row] of rows) shown.set(scope, row);
    return [...shown.values()];
  };
  return { load, rows: () => [...shown.values()] };
}

/** By the scopes of connections: the account is known once something of it was read. */
interface Accounts {
  of(scope: string): string | undefined;
  learn(scope: string, account: string): Promise<void>;
}

function connectionRow(info: ConnectionInfo, accounts: Accounts, ports: RootPorts): TreeNode {
  const { connection, choice, active, failure } = info;
  const { t, now } = ports;
  const scope = scopeOf(connection);
  const id = connectionId(scope);
  const label = `${connection.profile ?? t('default')}@${connection.region ?? t('no region')}`;
  const account = accounts.of(scope);
  const endpoint = connection.endpoint && hostOf(connection.endpoint);
  const description = joined([failure && t('does not work'), active ? t('in use') : undefined, account, endpoint]);
  return {
    id,
    label,
    ...(description === '' ? {} : { description }),
    icon: failure ? { name: 'warning', color: 'list.warningForeground' } : { name: 'cloud' },
    accessibleLabel: joined([t('Connection {0}', label), description || undefined], ', '),
    tooltip: () =>
      factSheet(label, [
        [t('Problem'), failure?.sentence],
        [t('Account'), account],
        [t('Endpoint'), endpoint],
        [t('Used for'), active ? t('new runs and the view Task Definitions') : undefined],
      ]),
    context: active ? 'connection;active' : 'connection',
    connection: choice,
    again: async () => {
      const found = (await ports.connections()).find((it) => scopeOf(it.connection) === scope);
      return found && connectionRow(found, accounts, ports);
    },
    children: async () => {
      const place = { parentId: id, none: t('No clusters in this account and region') };
      const rows = await clusterRows(() => ports.gateway(choice), t, now, place);
      const found = rows.find(({ arn }) => arn)?.arn?.split(':')[4];
      // First: what is opened below a row that is drawn anew at that moment stays empty in VS Code.
      if (found) await accounts.learn(scope, found);
      return rows;
    },
  };
}

// Before an @ an address may have a password.
function hostOf(endpoint: string): string {
  return endpoint
    .replace(/^https?:\/\//i, '')
    .replace(/^.*@/, '')
    .replace(/\/.*$/, '');
}
