import type { CodeLens } from 'vscode-languageserver';
import { codeLenses, type Snapshot } from '../service';
import { toRange } from './convert';
import { convertCommand, deployCommand, type LensCommand, registerAndRunCommand, wouldRunOnCommand } from './protocol';

/** The CodeLenses of a document, of those commands that the client has. */
export function toCodeLenses(snapshot: Snapshot, commands: readonly LensCommand[]): CodeLens[] {
  const titles = {
    run: [iconTitle('play', 'Run…'), registerAndRunCommand],
    deploy: [iconTitle('rocket', 'Deploy…'), deployCommand],
    'would-run-on': ['Would It Run On…?', wouldRunOnCommand],
    convert: [`Convert to ${snapshot.syntax === 'json' ? 'YAML' : 'JSON'}`, convertCommand],
  } as const;
  return codeLenses(snapshot).flatMap(({ action, span, index }): CodeLens[] => {
    const [title, command] = titles[action];
    if (!commands.includes(command)) return [];
    return [{ range: toRange(snapshot, span), command: { title, command, arguments: [snapshot.uri, index] } }];
  });
}

/** The title of a CodeLens with a codicon. VS Code drops a plain space behind the icon. */
function iconTitle(icon: string, text: string): string {
  return `$(${icon})\u00a0${text}`;
}
