import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { createDeployer } from './live/deploy/deployer';
import type { TreeNode } from './live/tree/node';
import { systemClock } from './system-clock';
import { createWorkbenchActivities } from './vscode/activity/activities';
import { showInClusters, showLogs } from './vscode/activity/commands';
import { createActivityView } from './vscode/activity/view';
import { createClustersView } from './vscode/clusters/view';
import { commandHandlers, targetPorts } from './vscode/commands/commands';
import { registerCommands } from './vscode/commands/registry';
import { createReport } from './vscode/commands/report';
import { createConnections } from './vscode/connection/connections';
import { createConnectionStatus } from './vscode/connection/status';
import { createComparisons } from './vscode/definitions/comparisons';
import { createRevisionDocuments } from './vscode/definitions/documents';
import { createDefinitionsView } from './vscode/definitions/view';
import { createAudit } from './vscode/deploy/audit';
import { followUnfinished } from './vscode/deploy/unfinished';
import { followActiveDefinition, holdsWhole } from './vscode/language/active-definition';
import { createLaunchTypesStatus } from './vscode/language/launch-types/status';
import { createLanguageServer, type Lenses } from './vscode/language/server';
import { followSettings } from './vscode/language/settings';
import { createPreviews } from './vscode/language/would-run-on/previews';
import { lintTasks } from './vscode/lint-task';
import { createLogs } from './vscode/logs/logs';
import { followReadOnly } from './vscode/read-only';
import { deployTasks } from './vscode/targets/deploy-task';
import { withTargets } from './vscode/targets/lenses';
import { createTargetStatus } from './vscode/targets/status';
import { createTargets } from './vscode/targets/store';
import { registerTasks } from './vscode/tasks';
import { logTo } from './vscode/ui/log';
import { memoryIn } from './vscode/ui/memory';
import { createReadOnlyTexts } from './vscode/ui/read-only-texts';
import { translate as t } from './vscode/ui/translate';
import { workbenchUi } from './vscode/ui/ui';
import { createVerifyFindings } from './vscode/verify/findings';
import { createStopFindings, type StopFindings } from './vscode/why-stopped/findings';

/** What other extensions and tests may use. */
export interface Exports {
  /** The rows of the view Clusters. */
  readonly clusters: vscode.TreeDataProvider<TreeNode>;
  /** The rows of the view Task Definitions. */
  readonly definitions: vscode.TreeDataProvider<TreeNode>;
  /** The rows of the view Activity. */
  readonly activity: vscode.TreeDataProvider<TreeNode>;
  /** Why tasks stopped, in the files they were started from. */
  readonly stopFindings: StopFindings;
}

/** Joins the parts. The language server starts on its own time; nothing of AWS is loaded. */
export function activate(context: vscode.ExtensionContext): Exports {
  const { subscriptions, workspaceState, globalStorageUri, asAbsolutePath } = context;
  const channel = vscode.window.createOutputChannel('Taskdef', { log: true });
  const log = logTo(channel);
  const ui = workbenchUi();
  const memory = memoryIn(workspaceState);

  const connections = createConnections(memory, log, t);
  const status = createConnectionStatus(connections);
  const clusters = createClustersView(connections, memory, log, t, status.show);
  const definitions = createDefinitionsView(connections, log, t, status.show);

  const targets = createTargets(memory, log, t);
  const target = createTargetStatus(targets, t);
  const lenses: Lenses = (...lens) => withTargets(targets, t, ...lens);
  const server = createLanguageServer(asAbsolutePath('dist/server.js'), channel, lenses);
  const retargeted = targets.onDidChange(server.renewLenses);
  const launchTypes = createLaunchTypesStatus(t);
  const activeDefinition = followActiveDefinition(server.located, (found) => {
    launchTypes.show(found);
    target.show(found);
    if (holdsWhole(found)) status.show();
  });
  const told = server.onDidTellLaunchTypes(activeDefinition.look);
  // Running is offered above a definition only where it is allowed, and the server is told at its start.
  const trusted = vscode.workspace.onDidGrantWorkspaceTrust(server.restart);
  const settings = followSettings(server);
  const previews = createPreviews();
  const revisions = createRevisionDocuments(connections, server, t);
  const comparisons = createComparisons(ui, t);
  const texts = createReadOnlyTexts();
  const logs = createLogs({ connections, texts, ui, clock: systemClock(), log, t });
  const stopFindings = createStopFindings(server, t);
  const verifyFindings = createVerifyFindings(server);

  const workbench = { ui, memory, clock: systemClock(), log, newId: randomUUID, t, channel };
  const activities = createWorkbenchActivities({
    ...workbench,
    connections,
    stopFindings,
    show: (id) => activity.show(id),
    showInClusters: (entry) => showInClusters(entry, clusters),
    showLogs,
  });
  const activity = createActivityView(activities, log, t);
  const parts = {
    ...workbench,
    connections,
    server,
    previews,
    clusters,
    activities,
    definitions,
    revisions,
    comparisons,
    texts,
    logs,
    stopFindings,
    verifyFindings,
    targets,
    deployer: createDeployer(),
    audit: createAudit(globalStorageUri.fsPath, log, t),
    auditFolder: globalStorageUri.fsPath,
  };
  const handlers = commandHandlers({ ...parts, onLive: status.show });
  const report = createReport({ ui, log, channel, connections, t });
  const commands = registerCommands(handlers, report);
  const expiry = connections.onDidExpire((failure) => void report(failure, () => connections.renew()));

  subscriptions.push(
    commands,
    expiry,
    followReadOnly(),
    followUnfinished(parts),
    registerTasks(lintTasks(asAbsolutePath('dist/cli.js'), t), deployTasks({ ...workbench, ...targetPorts(parts) })),
    targets,
    target,
    retargeted,
    told,
    activeDefinition,
    launchTypes,
    trusted,
    settings,
    previews,
    server,
    clusters,
    activities,
    activity,
    definitions,
    revisions,
    comparisons,
    texts,
    logs,
    stopFindings,
    verifyFindings,
    status,
    connections,
    channel,
  );
  void server.start();
  return { clusters: clusters.provider, definitions: definitions.provider, activity: activity.provider, stopFindings };
}
