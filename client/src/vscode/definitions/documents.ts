import * as vscode from 'vscode';
import { revisionScheme } from '../../../../server/src/lsp/protocol';
import { revisionName } from '../../live/definitions/revision-name';
import { readRevision } from '../../live/definitions/revisions';
import { definitionText } from '../../live/definitions/text';
import type { Translate } from '../../live/ports';
import type { RevisionDetails } from '../../live/records';
import type { Connections } from '../connection/connections';
import type { LanguageServer } from '../language/server';
import { ServerDown } from '../language/server-down';

export type Syntax = 'json' | 'yaml';

/** Registered revisions as documents that can be read and not written. */
export interface RevisionDocuments extends vscode.Disposable {
  /** Throws `LiveFailure` and `ServerDown`. */
  open(details: RevisionDetails, syntax: Syntax): Promise<void>;
  /** What it shows; throws `ServerDown`, which makes the YAML. */
  textOf(details: RevisionDetails, syntax: Syntax): Promise<string>;
}

/** What an editor that comes back after a restart shows is fetched again. */
export function createRevisionDocuments(
  connections: Pick<Connections, 'gateway'>,
  server: Pick<LanguageServer, 'convert'>,
  t: Translate,
): RevisionDocuments {
  const texts = new Map<string, string>();
  const json = async (uri: vscode.Uri): Promise<string> => {
    const gateway = await connections.gateway();
    return definitionText((await readRevision(uri.query, gateway, t)).definition);
  };
  const yaml = async (uri: vscode.Uri): Promise<string> => {
    const source = await vscode.workspace.openTextDocument(uri.with({ path: uri.path.replace(/\.yaml$/, '.json') }));
    const text = await server.convert(source.uri, 'yaml');
    if (text === null) throw new ServerDown();
    return text;
  };
  const provider = vscode.workspace.registerTextDocumentContentProvider(revisionScheme, {
    provideTextDocumentContent: async (uri) =>
      texts.get(uri.toString()) ?? (uri.path.endsWith('.yaml') ? yaml(uri) : json(uri)),
  });
  const closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString()));
  const textOf = async (details: RevisionDetails, syntax: Syntax): Promise<string> => {
    const text = definitionText(details.definition);
    texts.set(uriOf(details, 'json').toString(), text);
    return syntax === 'json' ? text : yaml(uriOf(details, 'yaml'));
  };
  return {
    textOf,
    open: async (details, syntax) => {
      const uri = uriOf(details, syntax);
      // Made here, because a provider's failure is not told in its own words.
      texts.set(uri.toString(), await textOf(details, syntax));
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document, { preview: true });
    },
    dispose: () => vscode.Disposable.from(provider, closing).dispose(),
  };
}

// Region and account keep revisions of one name apart; the ARN is what is asked for.
function uriOf({ arn, family, revision }: RevisionDetails, syntax: Syntax): vscode.Uri {
  const name = revisionName(arn);
  const path = `/${name?.region ?? ''}/${name?.account ?? ''}/${family}:${revision}.${syntax}`;
  return vscode.Uri.from({ scheme: revisionScheme, path, query: arn });
}
