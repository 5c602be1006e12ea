import type * as vscode from 'vscode';
import type { Log } from '../../live/ports';

/** The log port over the output channel `Taskdef`. */
export function logTo(channel: vscode.LogOutputChannel): Log {
  return {
    info: (message) => channel.info(message),
    warn: (message) => channel.warn(message),
    error: (message, cause) => channel.error(cause === undefined ? message : `${message}\n${withoutUserData(cause)}`),
  };
}

// A message may quote the document (JSON.parse does) or an account (AWS does); the place where it was thrown never does.
function withoutUserData(cause: unknown): string {
  if (!(cause instanceof Error)) return typeof cause;
  const ours = cause instanceof TypeError || cause instanceof RangeError || cause instanceof ReferenceError;
  const frames = (cause.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return [ours ? `${cause.name}: ${cause.message}` : cause.name, ...frames].join('\n');
}
