import type * as vscode from 'vscode';
import { commands } from 'vscode';
import { type FailureAction, LiveFailure } from '../../live/failure';
import type { Log, Translate, Ui } from '../../live/ports';
import type { Connections } from '../connection/connections';
import { ServerDown } from '../language/server-down';
import { RestrictedMode } from '../trust';

interface Host {
  readonly ui: Ui;
  readonly log: Log;
  readonly channel: vscode.LogOutputChannel;
  readonly connections: Connections;
  readonly t: Translate;
}

/** The last stop of whatever a command throws: a sentence and a button for what was expected, the log for the rest. */
export function createReport(host: Host): (error: unknown, again: () => void) => Promise<void> {
  const { ui, log, t } = host;
  const shown = new Set<string>();
  return async (error, again) => {
    if (error instanceof RestrictedMode) return refuse(ui, t);
    if (error instanceof ServerDown) return offerRestart(ui, t);
    if (error instanceof LiveFailure) {
      // Whatever fails with it meanwhile: one message.
      if (shown.has(error.sentence)) return;
      shown.add(error.sentence);
      return offer(host, error, again).finally(() => shown.delete(error.sentence));
    }
    log.error('Unexpected error', error);
    const showLog = t('Show Log');
    const answer = await ui.inform('error', t('Something unexpected went wrong; the log has the details.'), showLog);
    if (answer === showLog) host.channel.show();
  };
}

async function refuse(ui: Ui, t: Translate): Promise<void> {
  const manage = t('Manage Workspace Trust');
  const message = t('This workspace is not trusted, so nothing is sent to AWS from it.');
  if ((await ui.inform('warning', message, manage)) === manage) {
    await commands.executeCommand('workbench.trust.manage');
  }
}

async function offerRestart(ui: Ui, t: Translate): Promise<void> {
  const restart = t('Restart');
  const message = t(
    'The Taskdef language server does not answer, and it knows what the file holds. Restart it and try again.',
  );
  if ((await ui.inform('error', message, restart)) === restart) {
    await commands.executeCommand('taskdef.server.restart');
  }
}

async function offer(host: Host, failure: LiveFailure, again: () => void): Promise<void> {
  if (failure.kind === 'cancelled') return;
  host.log.warn(logLine(failure));
  const button = actionLabel(failure.action, host.t);
  if ((await host.ui.inform('error', failure.sentence, button)) !== button) return;
  await perform(host, failure, again);
}

/** What a log may hold of a failure: its kind and AWS's own reference, never AWS's message. */
function logLine(failure: LiveFailure): string {
  const { operation, requestId } = failure.details;
  return [operation ?? 'AWS', failure.kind, requestId && `request ${requestId}`].filter(Boolean).join(' ');
}

function actionLabel(action: FailureAction, t: Translate): string {
  switch (action) {
    case 'pick-connection':
      return t('Choose Connection');
    case 'sign-in':
      return t('Copy Sign-In Command');
    case 'retry':
      return t('Try Again');
    case 'show-log':
      return t('Show Log');
    case 'open-settings':
      return t('Open Settings');
  }
}

async function perform(
  host: Host,
  { action, kind, details: { profile } }: LiveFailure,
  again: () => void,
): Promise<void> {
  switch (action) {
    case 'pick-connection':
      return commands.executeCommand('taskdef.connection.pick');
    case 'sign-in':
      return commands.executeCommand('taskdef.signIn.copy', kind, profile);
    case 'retry':
      return again();
    case 'show-log':
      return host.channel.show();
    case 'open-settings':
      return commands.executeCommand('workbench.action.openSettings', 'taskdef.readOnly');
  }
}
