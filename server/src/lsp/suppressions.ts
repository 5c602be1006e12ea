import { TextDocument } from 'vscode-json-languageservice';
import type { ClientCapabilities, CodeAction, WorkspaceEdit } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import { configName } from '../files/configs';
import type { Problem, Service, Snapshot, Span } from '../service';
import { toCodeAction, toDiagnostic, toTextEdit } from './convert';
import type { Documents } from './documents';
import type { LspSettings } from './settings';
import type { LspWorkspace } from './workspace';

export interface Silencing {
  readonly service: Service;
  readonly documents: Documents;
  readonly settings: Pick<LspSettings, 'configsOf'>;
  readonly workspace: Pick<LspWorkspace, 'folderOf'>;
  readonly client: ClientCapabilities;
}

/** What keeps the findings at a span from being told: a comment in the document, a level in its nearest configuration. */
export async function silencingActions(
  { service, documents, settings, workspace, client }: Silencing,
  snapshot: Snapshot,
  problems: readonly Problem[],
  span: Span,
): Promise<CodeAction[]> {
  const touched = problems.filter((it) => it.span.offset <= span.end && span.offset <= it.span.end);
  const comments = service.suppressActions(snapshot, touched, span).map((action) => toCodeAction(snapshot, action));
  if (touched.length === 0 || !client.workspace?.workspaceEdit?.documentChanges) return comments;
  const { found, unreadable } = await settings.configsOf(snapshot.uri);
  const [nearest] = found;
  const edit = (rule: string): WorkspaceEdit | undefined => {
    if (unreadable.length > 0) return undefined;
    if (nearest) return changed(nearest.path, nearest.text, rule);
    return canCreate(client) && snapshot.uri.startsWith('file:') ? created(snapshot, rule) : undefined;
  };
  const changed = (uri: string, text: string, rule: string): WorkspaceEdit | undefined => {
    const changes = service.turnOff(text, rule);
    const document = TextDocument.create(uri, 'jsonc', 0, text);
    const edits = changes?.map((change) => toTextEdit({ document }, change));
    const version = documents.get(uri)?.version ?? null;
    return edits && { documentChanges: [{ textDocument: { uri, version }, edits }] };
  };
  const created = ({ uri }: Snapshot, rule: string): WorkspaceEdit => {
    const folder = workspace.folderOf(uri) ?? uri.slice(0, uri.lastIndexOf('/'));
    const config = `${folder}/${configName}`;
    const { documentChanges = [] } = changed(config, '', rule) ?? {};
    return {
      documentChanges: [{ kind: 'create', uri: config, options: { ignoreIfExists: true } }, ...documentChanges],
    };
  };
  const rules = new Map(touched.map((problem) => [problem.rule, problem]));
  const levels = Array.from(rules, ([rule, problem]): CodeAction[] => {
    const it = edit(rule);
    const title = `Turn off '${rule}' in ${configName}`;
    return it
      ? [{ title, kind: CodeActionKind.QuickFix, diagnostics: [toDiagnostic(snapshot, problem)], edit: it }]
      : [];
  });
  return [...comments, ...levels.flat()];
}

function canCreate({ workspace }: ClientCapabilities): boolean {
  return workspace?.workspaceEdit?.resourceOperations?.includes('create') === true;
}
