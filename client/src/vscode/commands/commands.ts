import type * as vscode from 'vscode';
import type { Activities } from '../../live/activity/activities';
import type { Deployer } from '../../live/deploy/deployer';
import type { Audit } from '../../live/deploy/input';
import type { Clock, Log, Memory, NewId, Translate, Ui } from '../../live/ports';
import type { TreeNode } from '../../live/tree/node';
import { activityHandlers } from '../activity/commands';
import { findHandlers } from '../clusters/commands';
import type { ClustersView } from '../clusters/view';
import { connectionHandlers } from '../connection/commands';
import type { Connections } from '../connection/connections';
import { definitionHandlers } from '../definitions/commands';
import type { Comparisons } from '../definitions/comparisons';
import type { RevisionDocuments } from '../definitions/documents';
import type { DefinitionsView } from '../definitions/view';
import { showAudit } from '../deploy/audit';
import { changePorts } from '../deploy/change-ports';
import { changeHandlers } from '../deploy/commands';
import { convertDefinition } from '../language/convert';
import { setLaunchTypes } from '../language/launch-types/set';
import { newTaskDefinition } from '../language/new-definition';
import type { LanguageServer } from '../language/server';
import type { Previews } from '../language/would-run-on/previews';
import { wouldRunOn } from '../language/would-run-on/would-run-on';
import { logHandlers } from '../logs/commands';
import type { Logs } from '../logs/logs';
import { requireChanges } from '../read-only';
import { targetHandlers } from '../targets/commands';
import type { Targets } from '../targets/store';
import type { UsePorts } from '../targets/use';
import { requireTrust } from '../trust';
import type { ReadOnlyTexts } from '../ui/read-only-texts';
import type { VerifyFindings } from '../verify/findings';
import { verifyDefinition } from '../verify/verify';
import { dismissCommand, type StopFindings } from '../why-stopped/findings';
import type { Handler } from './registry';

/** Everything commands work with. */
export interface Workbench {
  readonly ui: Ui;
  readonly memory: Memory;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: NewId;
  readonly t: Translate;
  readonly channel: vscode.LogOutputChannel;
  readonly connections: Connections;
  readonly server: LanguageServer;
  readonly previews: Previews;
  readonly clusters: ClustersView;
  readonly activities: Activities;
  readonly definitions: DefinitionsView;
  readonly revisions: RevisionDocuments;
  readonly comparisons: Comparisons;
  readonly texts: ReadOnlyTexts;
  readonly logs: Logs;
  /** Why tasks stopped, in the files they were started from. */
  readonly stopFindings: StopFindings;
  readonly verifyFindings: VerifyFindings;
  readonly targets: Targets;
  readonly deployer: Deployer;
  readonly audit: Audit;
  readonly auditFolder: string;
  /** Called by what works on an account, before it begins. */
  readonly onLive: () => void;
}

/** The commands of the manifest, by id. */
export function commandHandlers(workbench: Workbench): Readonly<Record<string, Handler>> {
  const { ui, t, clusters, server, channel } = workbench;
  const live =
    (handler: Handler): Handler =>
    async (...args) => {
      requireTrust();
      workbench.onLive();
      return handler(...args);
    };
  const changing = (handler: Handler): Handler =>
    live(async (...args) => {
      requireChanges(t);
      return handler(...args);
    });
  return {
    ...targetHandlers(targetPorts(workbench), live, changing),
    ...changeHandlers(workbench, changing, nodeOf),
    'taskdef.task.stop': changing((argument) => stop(workbench, argument)),
    'taskdef.clusters.refresh': live(async (argument) => clusters.refresh(nodeOf(argument))),
    'taskdef.node.refresh': live(async (argument) => {
      const node = nodeOf(argument);
      if (node) await clusters.refreshNode(node);
    }),
    'taskdef.node.more': live(async (argument) => {
      const node = nodeOf(argument);
      if (node) await clusters.loadMore(node);
    }),
    'taskdef.copyArn': async (argument) => copy(ui, nodeOf(argument)?.arn),
    'taskdef.copyName': async (argument) => copy(ui, nodeOf(argument)?.label),
    ...connectionHandlers(workbench, live, nodeOf),
    ...definitionHandlers(workbench, live, nodeOf),
    ...findHandlers(workbench, live, nodeOf),
    ...logHandlers(workbench, live, nodeOf),
    ...activityHandlers(workbench, live, nodeOf),
    'taskdef.verify': live((argument, index) => verifyDefinition(workbench, argument, index)),
    'taskdef.newTaskDefinition': () => newTaskDefinition(server, ui, t),
    'taskdef.convert': (argument) => convertDefinition(server, ui, t, argument),
    'taskdef.wouldRunOn': (argument, index) => wouldRunOn(workbench, argument, index),
    'taskdef.setLaunchTypes': (argument) => setLaunchTypes(server, ui, t, argument),
    [dismissCommand]: async (uri, definition) => workbench.stopFindings.dismiss(uri, definition),
    'taskdef.log.show': async () => channel.show(),
    'taskdef.audit.show': () => showAudit(workbench.auditFolder, ui, t),
    'taskdef.server.restart': () => server.restart(),
  };
}

/** What deploying to targets needs. */
export function targetPorts(workbench: Omit<Workbench, 'onLive'>): UsePorts {
  const { ui, t, connections, server, targets, deployer } = workbench;
  return {
    ...{ ui, t, connections, server, targets },
    deploy: ({ document, ...input }, gateway, asking) =>
      deployer.deploy(input, { ...changePorts(workbench, gateway, document), ui: asking }),
  };
}

async function stop(workbench: Workbench, argument: unknown): Promise<unknown> {
  const node = nodeOf(argument);
  if (!node?.arn || !node.clusterArn) return undefined;
  const gateway = await workbench.clusters.gatewayOf(node);
  return workbench.deployer.stopTask(node.clusterArn, node.arn, changePorts(workbench, gateway));
}

async function copy(ui: Ui, text: string | undefined): Promise<void> {
  if (text !== undefined) await ui.copy(text);
}

// Menus of the view pass the row they were opened on.
function nodeOf(argument: unknown): TreeNode | undefined {
  return isNode(argument) ? argument : undefined;
}

function isNode(value: unknown): value is TreeNode {
  const { id, label, context } = (value ?? {}) as Partial<TreeNode>;
  return [id, label, context].every((it) => typeof it === 'string');
}
