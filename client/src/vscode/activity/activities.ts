import * as vscode from 'vscode';
import { abortable } from '../../abortable';
import type { Activities, Entry, Facts } from '../../live/activity/activities';
import type { End } from '../../live/activity/end';
import { createActivities } from '../../live/activity/store';
import { showProgress, type TellPorts, tellEnd } from '../../live/activity/tell';
import { pairOf } from '../../live/connection/choice';
import type { Clock, Memory, NewId, Task } from '../../live/ports';
import { endedWell, phaseOf } from '../../live/task-state';
import type { Connections } from '../connection/connections';
import { source as stopFindingSource } from '../why-stopped/diagnostic';
import type { StopFindings } from '../why-stopped/findings';

/** What watching needs of the workbench. */
export interface WorkbenchActivitiesPorts extends Omit<TellPorts, 'again' | 'showFile'> {
  readonly connections: Connections;
  readonly memory: Memory;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly stopFindings: StopFindings;
}

/** The activities of the window: what is started here is followed by a notification, what was under way goes on in a trusted workspace. */
export function createWorkbenchActivities(ports: WorkbenchActivitiesPorts): Activities {
  const { connections, log, t } = ports;
  const activities = createActivities({
    ...ports,
    gateway: async ({ connection }, fresh) => {
      const choice = pairOf(connection);
      if (fresh) connections.forget(choice);
      return connections.gateway(choice);
    },
    abortable,
    minutes,
    tell: (entry) => {
      explain(entry);
      tellEnd(entry, { ...ports, showFile, again: activities.again });
    },
  });
  // Where the file that it was started from says what went wrong, or that nothing does any more.
  const explain = ({ subject, facts, end }: Pick<Entry, 'subject' | 'facts' | 'end'>): void => {
    const { document, family } = subject;
    if (document === undefined) return;
    const uri = vscode.Uri.parse(document);
    const task = deadTask(facts, end);
    if (task) void ports.stopFindings.show(uri, family, task);
    else if (end && wentWell(end)) ports.stopFindings.clear(uri, family);
  };
  const resume = (): void => {
    if (vscode.workspace.isTrusted) activities.resume();
  };
  const granted = vscode.workspace.onDidGrantWorkspaceTrust(resume);
  // What starts the window does not wait for it.
  const soon = setTimeout(resume, 1_000);
  return {
    ...activities,
    start: (subject) => {
      const watch = activities.start(subject);
      watch.listen((event) => {
        const entry = event.kind === 'stopped-tasks' && activities.entry(watch.id);
        if (entry) explain(entry);
      });
      showProgress(watch, ports).catch((error: unknown) => log.error(t('Unexpected error'), error));
      return watch;
    },
    dispose: () => {
      clearTimeout(soon);
      granted.dispose();
      activities.dispose();
    },
  };
}

async function showFile({ subject: { document } }: Entry): Promise<void> {
  if (document === undefined) return;
  const uri = vscode.Uri.parse(document);
  const found = vscode.languages.getDiagnostics(uri).find(({ source }) => source === stopFindingSource);
  await vscode.window.showTextDocument(uri, found ? { selection: found.range } : {});
}

function deadTask({ stopped }: Facts, end: End | undefined): Task | undefined {
  if (end?.kind === 'tasks-failed') return end.tasks.find((task) => phaseOf(task) === 'stopped' && !endedWell(task));
  return end?.kind === 'succeeded' ? undefined : stopped[0]?.example;
}

function wentWell({ kind }: End): boolean {
  return kind === 'succeeded' || kind === 'running' || kind === 'finished';
}

function minutes(): number {
  const given = vscode.workspace.getConfiguration('taskdef').get<number>('activity.watchMinutes', 30);
  return Math.min(Math.max(given, 1), 360);
}
