import * as vscode from 'vscode';
import {
  deployCommand,
  type LensCommand,
  type LocatedInfo,
  registerAndRunCommand,
} from '../../../../server/src/lsp/protocol';
import type { Target } from '../../live/deploy/target';
import type { Translate } from '../../live/ports';
import { placeName } from '../../live/targets/of-file';
import { iconOf, targetPlace } from './choose';
import type { Targets } from './store';

/** The most targets that have a CodeLens of their own; the others are behind the last one. */
const most = 3;

/**
 * The CodeLenses of a document, those that ask where to run or deploy a definition replaced by its targets where it has some. `located`
 * tells the document's definitions.
 */
export async function withTargets(
  targets: Targets,
  t: Translate,
  { uri }: vscode.TextDocument,
  lenses: readonly vscode.CodeLens[],
  located: () => Promise<readonly LocatedInfo[]>,
): Promise<vscode.CodeLens[]> {
  const file = targets.file(uri);
  if (targets.around(uri).every((it) => it.file !== file)) return [...lenses];
  const definitions = await located();
  return lenses.flatMap((lens) => {
    const [id, index] = lens.command?.arguments ?? [];
    const family = typeof index === 'number' ? definitions[index]?.name : undefined;
    const all = family === undefined ? [] : targets.of({ uri, family });
    if (all.length === 0 || !isAsking(lens)) return [lens];
    // One of the two that ask makes room for all targets.
    return lens.command?.command === registerAndRunCommand ? targetLenses(lens, all, [id, index], t) : [];
  });
}

function targetLenses(
  { range }: vscode.CodeLens,
  all: readonly Target[],
  definition: readonly unknown[],
  t: Translate,
): readonly vscode.CodeLens[] {
  const lens = (command: string, title: string, tooltip: string, ...more: readonly unknown[]): vscode.CodeLens =>
    new vscode.CodeLens(range, { command, title, tooltip, arguments: [...definition, ...more] });
  const own = all.slice(0, most).map((target) => {
    const tooltip = `${target.name}: ${targetPlace(target, t)}`;
    const title = target.kind === 'run' ? t('Run {0}', target.name) : t('Deploy to {0}', placeName(target));
    const command = target.kind === 'run' ? registerAndRunCommand : deployCommand;
    // VS Code drops a plain space behind an icon.
    return lens(command, `$(${iconOf(target)})\u00a0${title}`, tooltip, target.name);
  });
  return all.length > most ? [...own, lens('taskdef.target.deploy', t('More…'), t('All targets'))] : own;
}

function isAsking({ command }: vscode.CodeLens): boolean {
  const asking: readonly LensCommand[] = [registerAndRunCommand, deployCommand];
  return asking.some((it) => it === command?.command);
}
