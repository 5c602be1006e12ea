import * as vscode from 'vscode';
import { ServerDown } from '../language/server-down';

const settled = 400; // Milliseconds without typing: what is shown moves with the text by itself until then.

/** A definition of a document: by its family, or by its index in the order of `located`. */
export type DefinitionKey = string | number;

/** What was found out about definitions, shown in their files for as long as it is true of them. */
export interface KeptFindings<T> extends vscode.Disposable {
  /** Shows what was found of a definition instead of what was shown of it. */
  set(uri: vscode.Uri, definition: DefinitionKey, found: T): void;
  /** Takes away what is shown of a definition, or of all of a document's. */
  clear(uri: vscode.Uri, definition?: DefinitionKey): void;
  /** What is shown in a document. */
  of(uri: vscode.Uri): ReadonlyMap<DefinitionKey, T>;
}

/** What keeping findings takes. */
export interface Keeping<T> {
  /** Of the collection of diagnostics. */
  readonly name: string;
  readonly diagnostics: (found: T) => readonly vscode.Diagnostic[];
  /** What is left of it in the text as it is now, with its places; undefined: nothing. May throw `ServerDown`. */
  readonly again: (uri: vscode.Uri, definition: DefinitionKey, found: T) => Promise<T | undefined>;
  /** Told whenever what is shown has changed. */
  readonly onChange?: (isAny: boolean) => void;
}

/** Findings follow their tokens: their places are asked for again when the text has changed, and stood still for a moment. */
export function keepFindings<T>({ name, diagnostics, again, onChange }: Keeping<T>): KeptFindings<T> {
  const collection = vscode.languages.createDiagnosticCollection(name);
  const documents = new Map<string, Map<DefinitionKey, T>>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const publish = (uri: vscode.Uri): void => {
    const shown = documents.get(uri.toString());
    if (shown?.size === 0) documents.delete(uri.toString());
    collection.set(uri, shown && [...shown.values()].flatMap(diagnostics));
    onChange?.(documents.size > 0);
  };
  const lookAgain = async (uri: vscode.Uri): Promise<void> => {
    const shown = documents.get(uri.toString());
    if (!shown) return;
    for (const [definition, before] of [...shown]) {
      const now = await again(uri, definition, before);
      // Something else may have been found meanwhile.
      if (shown.get(definition) !== before) continue;
      if (now === undefined) shown.delete(definition);
      else shown.set(definition, now);
    }
    publish(uri);
  };
  const soon = ({ uri }: vscode.TextDocument): void => {
    const key = uri.toString();
    if (!documents.has(key)) return;
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => {
        timers.delete(key);
        void unlessDown(() => lookAgain(uri));
      }, settled),
    );
  };
  const clear: KeptFindings<T>['clear'] = (uri, definition) => {
    const shown = documents.get(uri.toString());
    if (!shown) return;
    if (definition === undefined) shown.clear();
    else shown.delete(definition);
    publish(uri);
  };
  const forget = (uris: readonly vscode.Uri[]): void => {
    for (const uri of uris) clear(uri);
  };
  const subscriptions = [
    collection,
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) soon(document);
    }),
    // It may have changed on disk while it was closed.
    vscode.workspace.onDidOpenTextDocument(soon),
    vscode.workspace.onDidDeleteFiles(({ files }) => forget(files)),
    vscode.workspace.onDidRenameFiles(({ files }) => forget(files.map(({ oldUri }) => oldUri))),
    { dispose: () => timers.forEach(clearTimeout) },
  ];
  return {
    set: (uri, definition, found) => {
      const key = uri.toString();
      documents.set(key, (documents.get(key) ?? new Map<DefinitionKey, T>()).set(definition, found));
      publish(uri);
    },
    clear,
    of: (uri) => documents.get(uri.toString()) ?? new Map(),
    dispose: () => vscode.Disposable.from(...subscriptions).dispose(),
  };
}

/** A server that is down has told so by itself. */
export async function unlessDown(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ServerDown)) throw error;
  }
}
