import * as vscode from 'vscode';
import type { Target } from '../../live/deploy/target';
import type { Log, Memory, Translate } from '../../live/ports';
import { targetsOf } from '../../live/targets/of-file';
import type { TargetProblem } from '../../live/targets/read';
import { addToFolder, folderTargets } from './setting';

/** A task definition that targets are about. */
export interface Aim {
  readonly uri: vscode.Uri;
  readonly family: string;
}

/** The targets of the workspace's files: in the settings of their folders, of other files in the memory of the workspace. */
export interface Targets extends vscode.Disposable {
  /** Those of a definition, in the order of the settings. */
  of(aim: Aim): readonly Target[];
  /** All that the settings around a file say, also of other files. */
  around(uri: vscode.Uri): readonly Target[];
  /** What is wrong in these settings. */
  problems(uri: vscode.Uri): readonly TargetProblem[];
  /** `Target.file` of a file. */
  file(uri: vscode.Uri): string;
  /** Where the targets of a file are kept; undefined: in the memory of the workspace. */
  folder(uri: vscode.Uri): vscode.WorkspaceFolder | undefined;
  /** The one of a definition that was used or chosen last, else its first one. */
  inUse(aim: Aim): Target | undefined;
  use(aim: Aim, target: Target): Promise<void>;
  /** Throws `LiveFailure` where the settings cannot be written. */
  save(uri: vscode.Uri, target: Target): Promise<void>;
  /** Targets, or which one is in use, have changed. */
  readonly onDidChange: vscode.Event<void>;
}

export function createTargets(memory: Memory, log: Log, t: Translate): Targets {
  const changed = new vscode.EventEmitter<void>();
  const told = new Set<string>();
  const kept = (uri: vscode.Uri): readonly Target[] => memory.get<readonly Target[]>(keptKey(uri)) ?? [];
  const folder: Targets['folder'] = (uri) => vscode.workspace.getWorkspaceFolder(placeOf(uri));
  const file: Targets['file'] = (uri) =>
    folder(uri) ? vscode.workspace.asRelativePath(placeOf(uri), false) : uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const around: Targets['around'] = (uri) => {
    const of = folder(uri);
    return of ? folderTargets(of, t).targets : kept(uri);
  };
  const problems: Targets['problems'] = (uri) => {
    const of = folder(uri);
    const found = of ? folderTargets(of, t).problems : [];
    for (const { sentence } of found.filter((it) => !told.has(it.sentence))) {
      told.add(sentence);
      log.warn(sentence);
    }
    return found;
  };
  const of: Targets['of'] = ({ uri, family }) => targetsOf(around(uri), { file: file(uri), family });
  const following = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('taskdef.targets')) changed.fire();
  });
  return {
    of,
    around,
    problems,
    file,
    folder,
    inUse: (aim) => {
      const all = of(aim);
      const name = memory.get<string>(usedKey(aim));
      return all.find((it) => it.name === name) ?? all[0];
    },
    use: async (aim, target) => {
      await memory.set(usedKey(aim), target.name);
      changed.fire();
    },
    save: async (uri, target) => {
      const to = folder(uri);
      if (to) return addToFolder(to, target, t);
      await memory.set(keptKey(uri), [...kept(uri).filter(({ name }) => name !== target.name), target]);
      changed.fire();
    },
    onDidChange: changed.event,
    dispose: () => {
      following.dispose();
      changed.dispose();
    },
  };
}

/** Where a new file is going to be saved, so that its targets are there then; the file's own place else. */
function placeOf(uri: vscode.Uri): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  return folder && uri.scheme === 'untitled' && uri.path.startsWith('/') ? folder.uri.with({ path: uri.path }) : uri;
}

function keptKey(uri: vscode.Uri): string {
  return `targets/${uri.toString()}`;
}

function usedKey({ uri, family }: Aim): string {
  return `target/${uri.toString()}#${family}`;
}
