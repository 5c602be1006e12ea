import * as vscode from 'vscode';

const scheme = 'taskdef-preview';

/** Texts that a document could become, to be read beside it. */
export interface Previews extends vscode.Disposable {
  /** Opens a diff between a document and a text it could become; `name` tells the texts of one document apart. */
  show(document: vscode.TextDocument, name: string, text: string, title: string): Promise<void>;
}

export function createPreviews(): Previews {
  const texts = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => texts.get(uri.toString()),
  });
  const closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString()));
  return {
    show: async (document, name, text, title) => {
      const uri = vscode.Uri.from({ scheme, path: pathFor(document), query: name });
      texts.set(uri.toString(), text);
      changed.fire(uri);
      await vscode.commands.executeCommand('vscode.diff', document.uri, uri, title);
    },
    dispose: () => vscode.Disposable.from(provider, closing, changed).dispose(),
  };
}

// The ending makes the colours; a document that was never saved may have none.
function pathFor({ uri, languageId }: vscode.TextDocument): string {
  return /\.(?:jsonc?|ya?ml)$/i.test(uri.path) ? uri.path : `${uri.path}.${languageId}`;
}
