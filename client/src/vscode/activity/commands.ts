import * as vscode from 'vscode';
import type { Activities, Entry } from '../../live/activity/activities';
import { entryIdOf } from '../../live/activity/rows';
import { pairOf, scopeOf } from '../../live/connection/choice';
import { pathToService, pathToTask } from '../../live/tree/ids';
import type { TreeNode } from '../../live/tree/node';
import type { ClustersView } from '../clusters/view';
import type { Handler } from '../commands/registry';

/** What the commands of the view work with. */
export interface ActivityCommandPorts {
  readonly activities: Activities;
  readonly clusters: ClustersView;
}

/** The commands of the view Activity, by id; `live` is the gate before those that reach AWS, `nodeOf` the row that a menu passes. */
export function activityHandlers(
  { activities, clusters }: ActivityCommandPorts,
  live: (handler: Handler) => Handler,
  nodeOf: (argument: unknown) => TreeNode | undefined,
): Readonly<Record<string, Handler>> {
  const onEntry =
    (work: (entry: Entry) => unknown): Handler =>
    async (argument) => {
      const node = nodeOf(argument);
      const entry = node && activities.entry(entryIdOf(node) ?? '');
      if (entry) await work(entry);
    };
  return {
    'taskdef.activity.stopWatching': onEntry(({ id }) => activities.stopWatching(id)),
    'taskdef.activity.watchAgain': live(onEntry(({ id }) => activities.again(id) && undefined)),
    'taskdef.activity.showInClusters': live(onEntry((entry) => showInClusters(entry, clusters))),
    'taskdef.activity.showLogs': live(onEntry(showLogs)),
    'taskdef.activity.remove': onEntry(({ id }) => activities.remove(id)),
    'taskdef.activity.clearFinished': async () => activities.clearFinished(),
  };
}

/** Opens the logs of the service or the first task of an entry. */
export async function showLogs({ subject }: Entry): Promise<void> {
  const { cluster, connection } = subject.place;
  const of = subject.kind === 'deployment' ? { service: subject.place.service.arn } : { taskArn: subject.taskArns[0] };
  await vscode.commands.executeCommand('taskdef.logs.show', {
    clusterArn: cluster.arn,
    connection: pairOf(connection),
    ...of,
  });
}

/** Opens the view Clusters at the service or the first task of an entry. */
export async function showInClusters({ subject }: Entry, clusters: ClustersView): Promise<void> {
  const { cluster, connection } = subject.place;
  const choice = pairOf(connection);
  const scope = scopeOf(choice);
  const path =
    subject.kind === 'deployment'
      ? pathToService(scope, cluster.arn, subject.place.service.arn)
      : pathToTask(scope, cluster.arn, subject.taskArns[0] ?? '');
  await clusters.pin(choice);
  await clusters.goTo(path, choice);
}
