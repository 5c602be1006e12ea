import * as vscode from 'vscode';
import type { TemplateInfo, TemplateParams } from '../../../../server/src/lsp/protocol';
import type { Answer, Translate, Ui } from '../../live/ports';
import { isServed } from './documents';
import type { LanguageServer } from './server';
import { ServerDown } from './server-down';

type Syntax = TemplateParams['syntax'];

/** Asks for a kind of task definition and a syntax, and opens a whole one to begin with, not saved yet. */
export async function newTaskDefinition(server: LanguageServer, ui: Ui, t: Translate): Promise<void> {
  const chosen = await choose(server, ui, t);
  if (!chosen) return;
  const { id, syntax } = chosen;
  const folder = folderOfNewFiles();
  // Another file's family would get a revision of this one.
  const family = folder ? await freeName(folder, id) : id;
  const content = await server.template({ id, syntax, family });
  if (content === '') throw new ServerDown();
  await vscode.window.showTextDocument(await untitled(folder, family, syntax, content));
}

/** Opens a text that was made for a family as a new file of that name, not saved yet. */
export async function openNew(family: string, syntax: Syntax, content: string): Promise<void> {
  const folder = folderOfNewFiles();
  const name = folder ? await freeName(folder, family) : family;
  await vscode.window.showTextDocument(await untitled(folder, name, syntax, content));
}

async function choose(
  server: LanguageServer,
  ui: Ui,
  t: Translate,
): Promise<{ readonly id: string; readonly syntax: Syntax } | undefined> {
  const templates = server.templates();
  for (;;) {
    const template = await pickTemplate(templates, ui, t);
    if (template.kind !== 'value') return undefined;
    const { id, title } = template.value;
    const syntax = await pickSyntax(id, title, ui, t);
    if (syntax.kind === 'value') return { id, syntax: syntax.value };
    if (syntax.kind === 'cancelled') return undefined;
  }
}

function pickTemplate(
  templates: Promise<readonly TemplateInfo[]>,
  ui: Ui,
  t: Translate,
): Promise<Answer<TemplateInfo>> {
  return ui.pick(
    { title: t('New Task Definition'), placeholder: t('What the task is for'), step: { at: 1, of: 2 } },
    templates.then((all) => all.map((value) => ({ label: value.title, detail: value.detail, value }))),
  );
}

function pickSyntax(id: string, title: string, ui: Ui, t: Translate): Promise<Answer<Syntax>> {
  return ui.pick<Syntax>(
    { title, placeholder: t('JSON or YAML'), step: { at: 2, of: 2 }, canGoBack: true },
    Promise.resolve([
      { label: 'JSON', description: nameOf(id, 'json'), value: 'json' },
      { label: 'YAML', description: nameOf(id, 'yaml'), value: 'yaml' },
    ]),
  );
}

// A name needs a folder: without one the document would be saved at the root of the file system, unasked.
async function untitled(
  folder: vscode.Uri | undefined,
  name: string,
  syntax: Syntax,
  content: string,
): Promise<vscode.TextDocument> {
  if (!folder) return vscode.workspace.openTextDocument({ language: syntax, content });
  const uri = vscode.Uri.joinPath(folder, nameOf(name, syntax)).with({ scheme: 'untitled' });
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(0, 0), content);
  await vscode.workspace.applyEdit(edit);
  return isServed(document) ? document : vscode.languages.setTextDocumentLanguage(document, syntax);
}

/** The folder of the active editor, else the first; undefined where unsaved documents cannot belong to it. */
function folderOfNewFiles(): vscode.Uri | undefined {
  const { workspaceFolders, getWorkspaceFolder } = vscode.workspace;
  const active = vscode.window.activeTextEditor?.document.uri;
  const uri = ((active && getWorkspaceFolder(active)) ?? workspaceFolders?.[0])?.uri;
  return uri && ['file', 'vscode-remote'].includes(uri.scheme) ? uri : undefined;
}

async function freeName(folder: vscode.Uri, id: string): Promise<string> {
  for (let count = 1; ; count++) {
    const name = count === 1 ? id : `${id}-${count}`;
    const files = [nameOf(name, 'json'), nameOf(name, 'yaml')].map((file) => vscode.Uri.joinPath(folder, file));
    const taken = await Promise.all(files.map(async (uri) => isOpen(uri) || exists(uri)));
    if (!taken.includes(true)) return name;
  }
}

function nameOf(id: string, syntax: Syntax): string {
  return `${id}.task-definition.${syntax}`;
}

function isOpen({ path }: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some(({ uri }) => uri.path === path);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
