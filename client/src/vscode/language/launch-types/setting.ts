import * as vscode from 'vscode';

/**
 * The launch types that the setting `taskdef.launchTypes` gives a document: those of the last of its globs that matches. Its values
 * are the user's own text.
 */
export function launchTypesFor(document: vscode.TextDocument): readonly string[] {
  return lastMatch(document, configurationOf(document).get<Setting>(key, {}));
}

/** Sets them for this document alone, in the settings of its folder, else the user's; none takes back what was set. */
export async function setLaunchTypesFor(document: vscode.TextDocument, names: readonly string[]): Promise<void> {
  const { glob, target } = placeOf(document);
  const configuration = configurationOf(document);
  const all = configuration.inspect<Setting>(key);
  const own = target === vscode.ConfigurationTarget.Global ? all?.globalValue : all?.workspaceFolderValue;
  const others = without(own ?? {}, glob);
  // Where a glob for more files matches too, an entry without launch types is what takes them back.
  const isSaidElsewhere = lastMatch(document, without(configuration.get<Setting>(key, {}), glob)).length > 0;
  const next = names.length > 0 || isSaidElsewhere ? { ...others, [glob]: names } : others;
  await configuration.update(key, Object.keys(next).length > 0 ? next : undefined, target);
}

/** Launch types by glob; what is no list is ignored. */
type Setting = Readonly<Record<string, unknown>>;

const key = 'launchTypes';

function configurationOf({ uri }: vscode.TextDocument): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('taskdef', uri);
}

function lastMatch(document: vscode.TextDocument, setting: Setting): readonly string[] {
  const names = Object.entries(setting).findLast(([glob]) => matches(document, glob))?.[1];
  return Array.isArray(names) ? names : [];
}

/** Globs are relative to the folder of a document; absolute ones are for files outside. */
function matches(document: vscode.TextDocument, glob: string): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  const patterns = [glob, ...(folder ? [new vscode.RelativePattern(folder, glob)] : [])];
  return (
    vscode.languages.match(
      patterns.map((pattern) => ({ pattern })),
      document,
    ) > 0
  );
}

function placeOf({ uri }: vscode.TextDocument) {
  const { ConfigurationTarget } = vscode;
  return vscode.workspace.getWorkspaceFolder(uri)
    ? { glob: literal(vscode.workspace.asRelativePath(uri, false)), target: ConfigurationTarget.WorkspaceFolder }
    : { glob: literal(uri.fsPath.replaceAll('\\', '/')), target: ConfigurationTarget.Global };
}

/** The glob that matches a path alone. */
function literal(path: string): string {
  return path.replaceAll(/[[\]{}*?]/g, '[$&]');
}

function without(setting: Setting, glob: string): Setting {
  return Object.fromEntries(Object.entries(setting).filter(([other]) => other !== glob));
}
