import {
  type CodeAction,
  CodeActionKind,
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentSymbol,
  InsertTextFormat,
  InsertTextMode,
  type Range,
  SymbolKind,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import {
  type ChangesIn,
  type Completion,
  type OutlineSymbol,
  type Problem,
  type QuickFix,
  type RefactoringAction,
  ruleUrl,
  type Severity,
  type Snapshot,
  type Span,
  type TextChange,
} from '../service';
import { fixAllKind } from './code-action-kinds';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const symbolKinds = {
  definition: SymbolKind.Module,
  service: SymbolKind.Class,
  run: SymbolKind.Event,
  container: SymbolKind.Object,
  volume: SymbolKind.File,
  port: SymbolKind.Interface,
} as const;

const completionKinds = {
  member: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  name: CompletionItemKind.Reference,
  snippet: CompletionItemKind.Snippet,
} as const;

export function toRange({ document }: Pick<Snapshot, 'document'>, { offset, end }: Span): Range {
  return { start: document.positionAt(offset), end: document.positionAt(end) };
}

export function toSpan({ document }: Snapshot, { start, end }: Range): Span {
  return { offset: document.offsetAt(start), end: document.offsetAt(end) };
}

export function toDiagnostic(snapshot: Snapshot, problem: Problem): Diagnostic {
  const { rule, severity, message, span, related } = problem;
  return {
    range: toRange(snapshot, span),
    severity: severities[severity],
    code: rule,
    codeDescription: { href: ruleUrl(rule) },
    source: 'taskdef',
    message,
    ...(related && {
      relatedInformation: related.map((other) => ({
        location: {
          uri: (other.document ?? snapshot).uri,
          range: toRange(other.document ? { document: other.document } : snapshot, other.span),
        },
        message: other.message,
      })),
    }),
  };
}

export function toCodeAction(snapshot: Snapshot, { title, problem, changes, safe }: QuickFix): CodeAction {
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(snapshot, problem)],
    isPreferred: safe,
    edit: toWorkspaceEdit(snapshot, changes),
  };
}

export function toRefactoring(snapshot: Snapshot, { title, kind, changes }: RefactoringAction): CodeAction {
  return { title, kind, edit: toWorkspaceEdit(snapshot, changes()) };
}

export function toFixAll(snapshot: Snapshot, changes: readonly TextChange[]): CodeAction {
  return { title: 'Fix all that can be fixed safely', kind: fixAllKind, edit: toWorkspaceEdit(snapshot, changes) };
}

function toWorkspaceEdit(snapshot: Snapshot, changes: readonly TextChange[]): WorkspaceEdit {
  return { documentChanges: [toDocumentEdit({ snapshot, changes }, true)] };
}

/** An open document has its version, so that the editor refuses the edit when the text has moved on. */
export function toDocumentEdit({ snapshot, changes }: ChangesIn, isOpen: boolean): TextDocumentEdit {
  const { uri, version } = snapshot;
  const edits = changes.map((change) => toTextEdit(snapshot, change));
  return { textDocument: { uri, version: isOpen ? version : null }, edits };
}

export function toTextEdit(snapshot: Pick<Snapshot, 'document'>, { offset, length, text }: TextChange): TextEdit {
  return { range: toRange(snapshot, { offset, end: offset + length }), newText: text };
}

/** What an item is resolved by. */
export type CompletionData = Pick<Completion, 'schema' | 'path'>;

/** Clients give back what they were sent; other data has nothing to be resolved. */
export function isCompletionData(data: unknown): data is CompletionData {
  return typeof data === 'object' && data !== null && 'schema' in data && 'path' in data;
}

/** `suggestCommand` is the client's command that shows suggestions, if it has one. */
export function toCompletionItem(
  snapshot: Snapshot,
  completion: Completion,
  suggestCommand: string | undefined,
): CompletionItem {
  return {
    label: completion.label,
    kind: completionKinds[completion.kind],
    detail: completion.detail,
    filterText: completion.filter,
    sortText: completion.sort,
    insertTextFormat: InsertTextFormat.Snippet,
    insertTextMode: InsertTextMode.adjustIndentation,
    textEdit: { range: toRange(snapshot, completion.replace), newText: completion.insert },
    ...(completion.before && { additionalTextEdits: [toTextEdit(snapshot, completion.before)] }),
    ...(completion.deprecated && { tags: [CompletionItemTag.Deprecated] }),
    ...(completion.opensValue &&
      suggestCommand !== undefined && { command: { title: 'Suggest', command: suggestCommand } }),
    data: { schema: completion.schema, path: completion.path } satisfies CompletionData,
  };
}

export function toDocumentSymbol(snapshot: Snapshot, symbol: OutlineSymbol): DocumentSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: symbolKinds[symbol.kind],
    range: toRange(snapshot, symbol.span),
    selectionRange: toRange(snapshot, symbol.token),
    children: symbol.children.map((child) => toDocumentSymbol(snapshot, child)),
  };
}
