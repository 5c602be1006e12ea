import * as vscode from 'vscode';

/** Documents that can be read and are written nowhere; each is forgotten when it is closed. */
export interface ReadOnlyTexts extends vscode.Disposable {
  open(name: string, text: string): Promise<void>;
}

export function createReadOnlyTexts(): ReadOnlyTexts {
  const texts = new Map<string, string>();
  const state = { made: 0 };
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
  });
  const closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString()));
  return {
    open: async (name, text) => {
      state.made += 1;
      const uri = vscode.Uri.from({ scheme, path: `/${name}`, query: String(state.made) });
      texts.set(uri.toString(), text);
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
    },
    dispose: () => vscode.Disposable.from(provider, closing).dispose(),
  };
}

const scheme = 'taskdef-text';
