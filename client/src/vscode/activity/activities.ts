import * as vscode from 'vscode';
import type { Activities } from '../../live/activity/activities';
import { createActivities } from '../../live/activity/store';
import { showProgress, type TellPorts, tellEnd } from '../../live/activity/tell';
import { pairOf } from '../../live/connection/choice';
import type { Clock, Memory, NewId } from '../../live/ports';
import type { Connections } from '../connection/connections';

/** What watching needs of the workbench. */
export interface WorkbenchActivitiesPorts extends Omit<TellPorts, 'again'> {
  readonly connections: Connections;
  readonly memory: Memory;
  readonly clock: Clock;
  readonly newId: NewId;
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
    abortable: () => {
      const controller = new AbortController();
      return { signal: controller.signal, abort: () => controller.abort() };
    },
    minutes,
    tell: (entry) => tellEnd(entry, { ...ports, again: activities.again }),
  });
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

function minutes(): number {
  const given = vscode.workspace.getConfiguration('taskdef').get<number>('activity.watchMinutes', 30);
  return Math.min(Math.max(given, 1), 360);
}
