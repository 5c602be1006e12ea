import type { LanguageService } from 'vscode-json-languageservice';
import type { TextDocument } from 'vscode-languageserver-textdocument';
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

/**
 * Wraps one version of a document, which must not be updated afterwards (the library does so in place).
 * `claimed`: the user said that it is a task definition, whatever its name.
 */
export function createSnapshot(json: LanguageService, document: TextDocument, claimed = false): Snapshot {
  const named = claimed || isTaskDefinitionName(document.uri);
  const tree = lazy(() => (mayHoldTaskDefinition(document.getText(), named) ? parseJson(json, document) : undefined));
  const definitions = lazy(() =>
    locate(tree()?.root, named).map((located) => ({ ...located, task: taskDefinition(located.node) })),
  );
  return {
    uri: document.uri,
    version: document.version,
    document,
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
