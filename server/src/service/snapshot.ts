import type { LanguageService } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { isTaskDefinitionName, type Located, locate, mayHoldTaskDefinition } from './model/locate';
import { type TaskDefinition, taskDefinition } from './model/task-definition';
import { parseJson, type Tree } from './syntax/json';

/** One version of a document. Everything is read when asked for, once. */
export interface Snapshot {
  readonly uri: string;
  readonly version: number;
  readonly document: TextDocument;
  /** Undefined when the document cannot be a task definition: it is not parsed then. */
  readonly tree: Tree | undefined;
  readonly definitions: readonly Definition[];
}

export interface Definition extends Located {
  readonly task: TaskDefinition;
}

/** `claimed`: the user said that this document is a task definition, whatever its name. */
export function createSnapshot(json: LanguageService, document: TextDocument, claimed = false): Snapshot {
  const named = claimed || isTaskDefinitionName(document.uri);
  // The library updates its document in place; the copy keeps this version readable while the next is made.
  const frozen = TextDocument.create(document.uri, document.languageId, document.version, document.getText());
  const tree = lazy(() => (mayHoldTaskDefinition(frozen.getText(), named) ? parseJson(json, frozen) : undefined));
  const definitions = lazy(() =>
    locate(tree()?.root, named).map((located) => ({ ...located, task: taskDefinition(located.node) })),
  );
  return {
    uri: document.uri,
    version: document.version,
    document: frozen,
    get tree() {
      return tree();
    },
    get definitions() {
      return definitions();
    },
  };
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
