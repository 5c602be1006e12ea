import * as vscode from 'vscode';
import type { End } from '../../live/activity/end';
import { endMessage } from '../../live/activity/end-words';
import { progressLine } from '../../live/activity/line';
import type { Outcome } from '../../live/deploy/input';
import { LiveFailure } from '../../live/failure';
import type { Clock, Log, Ui } from '../../live/ports';
import { ServerDown } from '../language/server-down';
import { definitionToRun } from '../language/target';
import { requireChanges } from '../read-only';
import type { TaskMaker } from '../tasks';
import { requireTrust } from '../trust';
import { targetPlace } from './choose';
import { folderTargets } from './setting';
import { type UsePorts, useTarget } from './use';

/** What a task that deploys needs. */
export interface DeployTaskPorts extends UsePorts {
  readonly clock: Clock;
  readonly log: Log;
}

/** Offers every target of a workspace folder as a task, which prints its steps and ends as the deployment does. */
export function deployTasks(ports: DeployTaskPorts): TaskMaker {
  const { t } = ports;
  const make = (target: string, folder: vscode.WorkspaceFolder, detail: string | undefined): vscode.Task => {
    const execution = new vscode.CustomExecution(async () =>
      terminal((io) => deploy(target, folder, io, ports), ports),
    );
    const task = new vscode.Task(
      { type: 'taskdef', target },
      folder,
      t('deploy {0}', target),
      'taskdef',
      execution,
      [],
    );
    if (detail !== undefined) task.detail = detail;
    return task;
  };
  return {
    provide: (folder) =>
      folderTargets(folder, t).targets.map((target) =>
        make(target.name, folder, `${target.file}: ${targetPlace(target, t)}`),
      ),
    resolve: ({ target }, folder) => (typeof target === 'string' ? make(target, folder, undefined) : undefined),
  };
}

/** What a task sees of its terminal. */
interface Io {
  write(line: string): void;
  readonly signal: AbortSignal;
}

/** As the command `taskdef deploy` ends. */
const exitCodes = { done: 0, negative: 1, failure: 3 } as const;

async function deploy(name: string, folder: vscode.WorkspaceFolder, io: Io, ports: DeployTaskPorts): Promise<number> {
  const { server, t } = ports;
  requireTrust();
  requireChanges(t);
  const { targets, problems } = folderTargets(folder, t);
  const target = targets.find((it) => it.name === name);
  if (!target) {
    const [problem] = problems.filter((it) => it.target === name);
    io.write(problem?.sentence ?? t('There is no target {0} in the settings of {1}.', name, folder.name));
    return exitCodes.negative;
  }
  const ui = terminalUi(ports.ui, io);
  const uri = vscode.Uri.joinPath(folder.uri, target.file);
  if (!(await isThere(uri))) {
    io.write(t('There is no file {0} in {1}.', target.file, folder.name));
    return exitCodes.negative;
  }
  const found = await server.definitions(uri);
  const { family } = target;
  const named = found.find((it) => it.family === family);
  if (family !== undefined && !named) {
    io.write(t('There is no family {0} in {1}.', family, target.file));
    return exitCodes.negative;
  }
  const index = family === undefined ? undefined : named?.index;
  const definition = await definitionToRun(server, ui, t, t('Deploy to {0}', name), uri, index);
  if (!definition) return exitCodes.negative;
  io.write(`${definition.source}: ${targetPlace(target, t)}`);
  return ended(await useTarget(definition, target, { ...ports, ui }), io, ports);
}

/** Opens it: the language server knows what is open. */
async function isThere(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.openTextDocument(uri);
    return true;
  } catch {
    return false;
  }
}

async function ended(outcome: Outcome, io: Io, { clock, t }: DeployTaskPorts): Promise<number> {
  switch (outcome.kind) {
    case 'started': {
      const { watch } = outcome;
      watch.listen((event) => {
        const line = progressLine(event, clock.now(), t);
        if (line !== undefined) io.write(line);
      });
      // Closing the terminal ends the looking, not the deployment; the view Activity goes on.
      const closed = new Promise<undefined>((resolve) => io.signal.addEventListener('abort', () => resolve(undefined)));
      const end = await Promise.race([watch.end, closed]);
      if (end) io.write(endMessage(watch.subject, end, t).text);
      return end ? codeOf(end) : exitCodes.failure;
    }
    case 'unchanged':
    case 'done':
    case 'shown':
      return exitCodes.done;
    case 'registered':
      return exitCodes.failure;
    default:
      io.write(t('Nothing was sent.'));
      return exitCodes.negative;
  }
}

function codeOf({ kind }: End): number {
  if (kind === 'succeeded' || kind === 'running' || kind === 'finished') return exitCodes.done;
  return kind === 'unwatched' || kind === 'timeout' || kind === 'blind' ? exitCodes.failure : exitCodes.negative;
}

/** Questions are asked in the workbench; what is told stands in the terminal, and nothing waits for a button there. */
function terminalUi(ui: Ui, { write, signal }: Io): Ui {
  return {
    ...ui,
    inform: async (_level, message) => {
      write(message);
      return undefined;
    },
    choose: (message, detail, buttons) => {
      write([message, detail].join('\n'));
      return ui.choose(message, detail, buttons);
    },
    progress: async (title, work, delay = 0) => {
      if (delay === 0) write(title);
      return work(write, signal);
    },
  };
}

function terminal(work: (io: Io) => Promise<number>, { log, t }: DeployTaskPorts): vscode.Pseudoterminal {
  const written = new vscode.EventEmitter<string>();
  const closed = new vscode.EventEmitter<number>();
  const closing = new AbortController();
  const io: Io = { write: (text) => written.fire(`${printable(text)}\r\n`), signal: closing.signal };
  const begin = async (): Promise<void> => {
    closed.fire(await work(io).catch((error: unknown) => told(error, io)));
  };
  const told = (error: unknown, { write }: Io): number => {
    if (error instanceof LiveFailure) write(error.sentence);
    else if (error instanceof ServerDown) write(t('The Taskdef language server does not answer.'));
    else {
      log.error('Unexpected error', error);
      write(t('Something unexpected went wrong; the log has the details.'));
    }
    return exitCodes.failure;
  };
  return {
    onDidWrite: written.event,
    onDidClose: closed.event,
    open: () => void begin(),
    close: () => closing.abort(),
  };
}

/** A terminal obeys what it prints: names and reasons of AWS must not move its cursor. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, (it) => (it === '\n' ? '\r\n' : '\u{FFFD}'));
}
