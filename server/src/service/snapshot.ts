import type { LanguageService, TextDocument } from 'vscode-json-languageservice';
import { isTaskDefinitionName, type Located, locate, mayHoldTaskDefinition } from './model/locate';
import { type LocatedRequest, locateRequests, mayHoldRequest, requestNamed } from './model/locate-request';
import { type RequestInput, requestInput } from './model/request';
import { type Assumed, type TaskDefinition, taskDefinition } from './model/task-definition';
import type { Lookup } from './schema/lookup';
import { type SchemaName, schemaOf } from './schema/schemas';
import { cloudFormationView, containersView } from './schema/view';
import type { ASTNode } from './syntax/ast';
import { parseJson, type Tree } from './syntax/json';
import { parseYaml, type YamlTree } from './syntax/yaml';

/** One version of a document. Everything is read when asked for, once. */
export interface Snapshot {
  readonly uri: string;
  readonly version: number;
  readonly document: TextDocument;
  readonly syntax: Syntax;
  /** Undefined when the document cannot hold a task definition or a request: it is not parsed then. */
  readonly tree: Tree | undefined;
  readonly definitions: readonly Definition[];
  readonly requests: readonly Request[];
}

export type Syntax = 'json' | 'yaml';

export interface Definition {
  /** How the document holds it. */
  readonly shape: Located['shape'];
  /** The definition in the shape and spelling of RegisterTaskDefinition input, at the document's offsets. */
  readonly node: ASTNode;
  readonly task: TaskDefinition;
}

/** An input of CreateService, UpdateService or RunTask. */
export interface Request {
  readonly action: LocatedRequest['action'];
  readonly shape: LocatedRequest['shape'];
  /** The request in the spelling of the API, at the document's offsets. */
  readonly node: ASTNode;
  readonly input: RequestInput;
}

export interface SnapshotOptions extends Assumed {
  /** The user said that it is a task definition, whatever its name. */
  readonly claimed?: boolean;
  /** The version before: what did not change is not parsed again. */
  readonly previous?: Snapshot;
}

/** What reading a document needs. */
export interface Reading {
  readonly json: LanguageService;
  readonly lookups: Readonly<Record<SchemaName, Lookup>>;
}

/**
 * Wraps one version of a document, which must not be updated afterwards (the library does so in place).
 */
export function createSnapshot(
  { json, lookups }: Reading,
  document: TextDocument,
  { claimed = false, previous, ...assumed }: SnapshotOptions = {},
): Snapshot {
  const asked = requestNamed(document.uri);
  const named = claimed || (isTaskDefinitionName(document.uri) && !asked);
  const syntax = syntaxOf(document);
  const tree = lazy(() => {
    const text = document.getText();
    if (!asked && !mayHoldTaskDefinition(text, named) && !mayHoldRequest(text)) return undefined;
    return syntax === 'yaml' ? parseYaml(document, yamlOf(previous)) : parseJson(json, document);
  });
  const definitions = lazy(() =>
    (tree()?.roots ?? []).flatMap((root) =>
      locate(root, named).map((it) => definition(it, lookups['task-definition'], assumed)),
    ),
  );
  const requests = lazy(() =>
    (tree()?.roots ?? []).flatMap((root) => locateRequests(root, asked).map((it) => request(it, lookups))),
  );
  return {
    uri: document.uri,
    version: document.version,
    document,
    syntax,
    get tree() {
      return tree();
    },
    get definitions() {
      return definitions();
    },
    get requests() {
      return requests();
    },
  };
}

function definition(located: Located, lookup: Lookup, assumed: Assumed): Definition {
  const node = viewOf(located, lookup);
  return { shape: located.shape, node, task: taskDefinition(node, assumed) };
}

function request({ action, shape, node: written }: LocatedRequest, lookups: Reading['lookups']): Request {
  const node = shape === 'cloudformation' ? cloudFormationView(written, lookups[schemaOf(action)]) : written;
  return { action, shape, node, input: requestInput(node) };
}

function viewOf(located: Located, lookup: Lookup): ASTNode {
  switch (located.shape) {
    case 'cloudformation':
      return cloudFormationView(located.node, lookup);
    case 'containers':
      return containersView(located.node, lookup);
    default:
      return located.node;
  }
}

function yamlOf(previous: Snapshot | undefined): YamlTree | undefined {
  const tree = previous?.tree;
  return tree && 'parsed' in tree ? (tree as YamlTree) : undefined;
}

/** By language, as editors say it; files of the command line have their ending alone. */
function syntaxOf({ languageId, uri }: TextDocument): Syntax {
  return languageId === 'yaml' || /\.ya?ml$/i.test(uri) ? 'yaml' : 'json';
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
