import * as vscode from 'vscode';
import { LiveFailure } from '../../live/failure';
import type { Printer } from '../../live/logs/print';
import type { LogNews } from '../../live/logs/stream';
import type { Log, Translate } from '../../live/ports';

/** Terminals in which logs are read, one for each thing that is read. */
export interface LogTerminals extends vscode.Disposable {
  /** Opens a terminal and reads into it, or shows the one that reads the same already. */
  show(key: string, title: string, printer: Printer, read: (signal: AbortSignal) => AsyncIterable<LogNews>): void;
}

export function createLogTerminals(log: Log, t: Translate): LogTerminals {
  const reading = new Map<string, vscode.Terminal>();
  const opened = new Set<vscode.Terminal>();
  const closing = vscode.window.onDidCloseTerminal((terminal) => opened.delete(terminal));
  return {
    show: (key, title, printer, read) => {
      const known = reading.get(key);
      if (known) return known.show();
      const pty = logTerminal(printer, read, () => reading.delete(key), log, t);
      // Not kept over a reload: what it shows is kept nowhere.
      const terminal = vscode.window.createTerminal({
        name: title,
        pty,
        iconPath: new vscode.ThemeIcon('output'),
        isTransient: true,
      });
      reading.set(key, terminal);
      opened.add(terminal);
      terminal.show();
    },
    dispose: () => {
      closing.dispose();
      for (const terminal of [...opened]) terminal.dispose();
    },
  };
}

function logTerminal(
  printer: Printer,
  read: (signal: AbortSignal) => AsyncIterable<LogNews>,
  onEnd: () => void,
  log: Log,
  t: Translate,
): vscode.Pseudoterminal {
  const written = new vscode.EventEmitter<string>();
  const stopping = new AbortController();
  const state = { ended: false };
  const note = (sentence: string): void => written.fire(printer.note(sentence));
  const run = async (): Promise<void> => {
    note(t('Ctrl+C ends reading, T shows or hides the times.'));
    try {
      for await (const news of read(stopping.signal)) {
        if (news.kind === 'lines') written.fire(printer.lines(news.lines));
        else note(news.sentence);
      }
    } catch (error) {
      note(sentenceOf(error, log, t));
    }
    state.ended = true;
    onEnd();
    note(t('Reading has ended.'));
  };
  return {
    onDidWrite: written.event,
    open: () => void run(),
    close: () => {
      stopping.abort();
      onEnd();
    },
    handleInput: (keys) => {
      if (keys === CTRL_C) stopping.abort();
      else if (keys === '\r') written.fire('\r\n');
      else if (keys.toLowerCase() === 't' && !state.ended) {
        note(printer.toggleTimes() ? t('Times are shown from here on.') : t('Times are hidden from here on.'));
      }
    },
  };
}

function sentenceOf(error: unknown, log: Log, t: Translate): string {
  if (error instanceof LiveFailure) return error.sentence;
  log.error('Unexpected error while logs were read', error);
  return t('Something unexpected went wrong; the log has the details.');
}

const CTRL_C = '\u0003';
