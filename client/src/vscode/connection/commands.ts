import type { Translate, Ui } from '../../live/ports';
import type { TreeNode } from '../../live/tree/node';
import type { ClustersView } from '../clusters/view';
import type { Handler } from '../commands/registry';
import { copySignInCommand } from '../commands/sign-in';
import type { ConnectionChoice, Connections } from './connections';
import { addConnection, pickConnection } from './pick-connection';

/** What the commands about connections work with. */
export interface ConnectionPorts {
  readonly ui: Ui;
  readonly t: Translate;
  readonly connections: Connections;
  readonly clusters: ClustersView;
}

/** The commands about connections, by id; `live` is the gate before those that reach AWS, `nodeOf` the row that a menu passes. */
export function connectionHandlers(
  { ui, t, connections, clusters }: ConnectionPorts,
  live: (handler: Handler) => Handler,
  nodeOf: (argument: unknown) => TreeNode | undefined,
): Readonly<Record<string, Handler>> {
  const connectionOf = (argument: unknown): ConnectionChoice | undefined => {
    const node = nodeOf(argument);
    return node && clusters.connectionOf(node);
  };
  const onRow =
    (work: (choice: ConnectionChoice) => Promise<void>): Handler =>
    async (argument) => {
      const choice = connectionOf(argument);
      if (choice) await work(choice);
    };
  return {
    'taskdef.connection.pick': live((argument) => pickConnection(ui, connections, t, connectionOf(argument))),
    'taskdef.connection.add': live(() => addConnection(ui, connections, t)),
    'taskdef.connection.use': live(onRow(connections.use)),
    'taskdef.connection.remove': live(onRow(connections.remove)),
    'taskdef.signIn.copy': (...args) => {
      // Menus pass the row, whose click passes what the button of a message does.
      const [kind, profile] = nodeOf(args[0])?.command?.arguments ?? args;
      const active = connections.resolved() ?? connections.choice();
      return copySignInCommand(
        ui,
        kind === 'login-expired' ? 'login-expired' : 'sso-expired',
        typeof profile === 'string' ? { profile } : active,
        t,
      );
    },
  };
}
