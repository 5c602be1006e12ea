import type { LanguageService, TextDocument } from 'vscode-json-languageservice';
import { isTaskDefinitionName, type Located, locate, mayHoldTaskDefinition } from './model/locate';
import { isOverrides, type LocatedRequest, locateRequests, mayHoldRequest, requestNamed } from './model/locate-request';
import { type RequestInput, requestInput } from './model/request';
import { type Template, templateOf } from './model/resources';
import { type Assumed, type TaskDefinition, taskDefinition } from './model/task-definition';
import type { Lookup } from './schema/lookup';
import { type Lookups, schemaOf } from './schema/schemas';
import { cloudFormationView, containersView, overridesView } from './schema/view';
import type { ASTNode } from './syntax/ast';
import { parseJson, type Tree } from './syntax/json';
import { parseYaml, type YamlTree } from './syntax/yaml';

/** One version of a document. Everything is read when asked for, once. */
export interface Snapshot {
  readonly uri: string;
  readonly version: number;
  readonly document: TextDocument;
  readonly syntax: Syntax;
  readonly claims: Claims;
  /** Undefined when the document cannot hold a task definition or a request: it is not parsed then. */
  readonly tree: Tree | undefined;
  readonly definitions: readonly Definition[];
  readonly requests: readonly Request[];
  /** Overrides of containers that stand alone, as runs of which nothing else is known. */
  readonly overrides: readonly Request[];
  /** Its resources, where the document is a CloudFormation template. */
  readonly template: Template | undefined;
}

export type Syntax = 'json' | 'yaml';

export interface Definition {
  readonly schema: 'task-definition';
  /** How the document holds it. */
  readonly shape: Located['shape'];
  /** The definition in the shape and spelling of RegisterTaskDefinition input, at the document's offsets. */
  readonly node: ASTNode;
  readonly task: TaskDefinition;
}

/** An input of CreateService, UpdateService or RunTask. */
export interface Request {
  readonly schema: 'service' | 'run-task';
  readonly action: LocatedRequest['action'];
  readonly shape: LocatedRequest['shape'];
  /** The request in the spelling of the API, at the document's offsets. */
  readonly node: ASTNode;
  readonly input: RequestInput;
}

/** What the user said about a document. */
export interface Claims extends Pick<Assumed, 'launchTypes'> {
  /** That it is a task definition, whatever its name. */
  readonly claimed?: boolean;
}

export interface SnapshotOptions extends Claims {
  /** The version before: what did not change is not parsed again, and what was said about it holds unless it is said anew. */
  readonly previous?: Snapshot;
}

/** What reading a document needs. */
export interface Reading {
  readonly json: LanguageService;
  readonly lookups: Lookups;
}

/**
 * Wraps one version of a document, which must not be updated afterwards (the library does so in place).
 */
export function createSnapshot(
  { json, lookups }: Reading,
  document: TextDocument,
  { previous, ...said }: SnapshotOptions = {},
): Snapshot {
  const claims = { ...previous?.claims, ...said };
  const asked = requestNamed(document.uri);
  const named = claims.claimed || (isTaskDefinitionName(document.uri) && !asked);
  const syntax = syntaxOf(document);
  const tree = lazy(() => {
    const text = document.getText();
    if (!asked && !mayHoldTaskDefinition(text, named) && !mayHoldRequest(text)) return undefined;
    return syntax === 'yaml' ? parseYaml(document, yamlOf(previous)) : parseJson(json, document);
  });
  const definitions = lazy(() =>
    (tree()?.roots ?? []).flatMap((root) =>
      locate(root, named).map((it) => definition(it, lookups['task-definition'], claims)),
    ),
  );
  const requests = lazy(() =>
    (tree()?.roots ?? []).flatMap((root) => locateRequests(root, asked).map((it) => request(it, lookups))),
  );
  const overrides = lazy(() =>
    (tree()?.roots ?? []).filter(isOverrides).map((root): Request => {
      const node = overridesView(root, lookups['run-task']);
      return { schema: 'run-task', action: 'RunTask', shape: 'plain', node, input: requestInput(node) };
    }),
  );
  const template = lazy(() => templateOf(tree()?.root));
  return {
    uri: document.uri,
    version: document.version,
    document,
    syntax,
    claims,
    get tree() {
      return tree();
    },
    get definitions() {
      return definitions();
    },
    get template() {
      return template();
    },
    get requests() {
      return requests();
    },
    get overrides() {
      return overrides();
    },
  };
}

function definition(located: Located, lookup: Lookup, { launchTypes }: Claims): Definition {
  const node = viewOf(located, lookup);
  return { schema: 'task-definition', shape: located.shape, node, task: taskDefinition(node, { launchTypes }) };
}

function request({ action, shape, node: written }: LocatedRequest, lookups: Reading['lookups']): Request {
  const schema = schemaOf(action);
  const node = shape === 'cloudformation' ? cloudFormationView(written, lookups[schema]) : written;
  return { schema, action, shape, node, input: requestInput(node) };
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
