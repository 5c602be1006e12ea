import type { ConnectionChoice } from '../../live/connection/choice';
import type { Connection, Translate, Ui } from '../../live/ports';
import type { TreeNode } from '../../live/tree/node';
import type { Handler } from '../commands/registry';
import type { Connections } from '../connection/connections';
import { askForFilter } from './filter';
import { pickPlace } from './go-to';
import { copyCliCommand, openInBrowser, openInConsole } from './open';
import type { ClustersView } from './view';

/** What the commands that find things work with. */
export interface FindPorts {
  readonly ui: Ui;
  readonly t: Translate;
  readonly connections: Connections;
  readonly clusters: ClustersView;
}

/** The commands of the view Clusters that find and open things, by id; `live` is the gate before those that reach AWS, `nodeOf` the row that a menu passes. */
export function findHandlers(
  { ui, t, connections, clusters }: FindPorts,
  live: (handler: Handler) => Handler,
  nodeOf: (argument: unknown) => TreeNode | undefined,
): Readonly<Record<string, Handler>> {
  const { arranging } = clusters;
  const connectionOf = (node: TreeNode): Partial<Connection> => {
    const connection = clusters.connectionOf(node);
    return connections.resolved(connection) ?? connection ?? connections.choice();
  };
  const onRow =
    (work: (node: TreeNode) => Promise<unknown>): Handler =>
    async (argument) => {
      const node = nodeOf(argument);
      return node && work(node);
    };
  return {
    'taskdef.clusters.filter': live(async () => {
      await clusters.focus();
      await askForFilter(arranging);
    }),
    'taskdef.clusters.clearFilter': async () => arranging.filter(''),
    'taskdef.clusters.hideEmpty': () => arranging.hideEmpty(true),
    'taskdef.clusters.showEmpty': () => arranging.hideEmpty(false),
    'taskdef.clusters.goTo': live(async () => {
      const found = await pickPlace(connections.all, connections.gateway);
      if (found) await clusters.goTo(found.place.path, found.connection);
    }),
    'taskdef.favourite.add': onRow(arranging.addFavourite),
    'taskdef.favourite.remove': onRow(arranging.removeFavourite),
    'taskdef.service.show': live(async (argument) => {
      // A click passes the place, a menu the row.
      const place = placeIn(nodeOf(argument)?.command?.arguments?.[0] ?? argument);
      if (place) await clusters.goTo(place.path, place.connection);
    }),
    'taskdef.copyCliCommand': onRow((node) => copyCliCommand(node, connectionOf(node), ui, t)),
    'taskdef.openInConsole': onRow((node) => openInConsole(node, connectionOf(node), ui, t)),
    'taskdef.openInBrowser': onRow(openInBrowser),
  };
}

interface ShownPlace {
  readonly path: readonly string[];
  readonly connection: ConnectionChoice;
}

function placeIn(argument: unknown): ShownPlace | undefined {
  const isPlace = typeof argument === 'object' && argument !== null && 'path' in argument && 'connection' in argument;
  return isPlace ? (argument as ShownPlace) : undefined;
}
