import type { Translate, Ui } from '../../live/ports';
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
      const place = await pickPlace(() => connections.gateway());
      if (place) await clusters.goTo(place.path);
    }),
    'taskdef.favourite.add': onRow(arranging.addFavourite),
    'taskdef.favourite.remove': onRow(arranging.removeFavourite),
    'taskdef.copyCliCommand': onRow((node) => copyCliCommand(node, connections, ui, t)),
    'taskdef.openInConsole': onRow((node) => openInConsole(node, ui, t)),
    'taskdef.openInBrowser': onRow(openInBrowser),
  };
}
