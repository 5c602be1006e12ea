import * as vscode from 'vscode';
import { deployCommand, type LocatedInfo, registerAndRunCommand } from '../../../../server/src/lsp/protocol';
import type { Target } from '../../live/deploy/target';
import type { Translate } from '../../live/ports';
import { placeName } from '../../live/targets/of-file';
import { iconOf, targetPlace } from './choose';
import type { Targets } from './store';

/** The most targets of a kind that have a CodeLens of their own; the others are behind the last one. */
const most = 2;

/**
 * The CodeLenses of a document, the one that asks where to run a definition, or where to deploy it, replaced by its targets of that kind. `located`
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
    const kind = kindOf(lens);
    if (all.length === 0 || !kind) return [lens];
    const own = targetLenses(lens, all.filter((it) => it.kind === kind).slice(0, most), [id, index], t);
    const asking = own.length > 0 ? own : [lens];
    // Deploying comes last of the two.
    return kind === 'service' && hasMore(all) ? [...asking, moreLens(lens, [id, index], t)] : asking;
  });
}

function targetLenses(
  { range }: vscode.CodeLens,
  targets: readonly Target[],
  definition: readonly unknown[],
  t: Translate,
): readonly vscode.CodeLens[] {
  return targets.map((target) => {
    const tooltip = `${target.name}: ${targetPlace(target, t)}`;
    const title = target.kind === 'run' ? t('Run {0}', target.name) : t('Deploy to {0}', placeName(target));
    const command = target.kind === 'run' ? registerAndRunCommand : deployCommand;
    // VS Code drops a plain space behind an icon.
    const words = `$(${iconOf(target)})\u00a0${title}`;
    return new vscode.CodeLens(range, { command, title: words, tooltip, arguments: [...definition, target.name] });
  });
}

function hasMore(all: readonly Target[]): boolean {
  return (['run', 'service'] as const).some((kind) => all.filter((it) => it.kind === kind).length > most);
}

function moreLens({ range }: vscode.CodeLens, definition: readonly unknown[], t: Translate): vscode.CodeLens {
  const command = { command: 'taskdef.target.deploy', title: t('More…'), tooltip: t('All targets') };
  return new vscode.CodeLens(range, { ...command, arguments: [...definition] });
}

/** What a lens of the server asks for; undefined for the others. */
function kindOf({ command }: vscode.CodeLens): Target['kind'] | undefined {
  if (command?.command === registerAndRunCommand) return 'run';
  return command?.command === deployCommand ? 'service' : undefined;
}
