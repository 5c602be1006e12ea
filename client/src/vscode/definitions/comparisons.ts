import * as vscode from 'vscode';
import { comparedTexts } from '../../live/definitions/text';
import type { Translate, Ui } from '../../live/ports';

const scheme = 'taskdef-comparison';

/** One side of a comparison. */
export interface Side {
  /** What the user calls it. */
  readonly name: string;
  readonly definition: Readonly<Record<string, unknown>>;
}

/** Two definitions beside each other, both in one spelling. */
export interface Comparisons extends vscode.Disposable {
  /** Says so where registering one over the other would change nothing. */
  show(left: Side, right: Side): Promise<void>;
}

export function createComparisons(ui: Pick<Ui, 'inform'>, t: Translate): Comparisons {
  const texts = new Map<string, string>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => texts.get(uri.toString()),
  });
  const closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString()));
  const keep = (side: string, name: string, text: string): vscode.Uri => {
    const uri = vscode.Uri.from({ scheme, path: `/${side}/${name.replace(/\.json$/, '')}.json` });
    texts.set(uri.toString(), text);
    changed.fire(uri);
    return uri;
  };
  return {
    show: async (left, right) => {
      const compared = comparedTexts(left.definition, right.definition);
      if (!compared) {
        await ui.inform('info', t('{0} and {1} say the same.', left.name, right.name));
        return;
      }
      const [a, b] = compared;
      const title = t('{0} ↔ {1}', left.name, right.name);
      await vscode.commands.executeCommand(
        'vscode.diff',
        keep('left', left.name, a),
        keep('right', right.name, b),
        title,
      );
    },
    dispose: () => vscode.Disposable.from(provider, closing, changed).dispose(),
  };
}
