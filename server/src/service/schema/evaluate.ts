import type { JSONSchema, LanguageService, TextDocument } from 'vscode-json-languageservice';
import { type ASTNode, keyOf, nodeAt, pathOf } from '../syntax/ast';
import { hasPlaceholder } from '../syntax/placeholder';
import type { Keyword, SchemaFinding } from './finding';
import { limitOf, nearestOf, sampleOf } from './limit';
import { type DocumentedSchema, type Lookup, membersOf } from './lookup';
import { misspelled } from './spelling';

/** Evaluates a schema over a node. */
export type Evaluate = (document: TextDocument, node: ASTNode) => Promise<readonly SchemaFinding[]>;

/** The JSON service says in its message which keyword is broken; these are its messages, checked by a test for each. */
const messages: readonly (readonly [RegExp, Keyword])[] = [
  [/^Missing property "(.+)"\.$/s, 'required'],
  [/^Property (.+) is not allowed\.$/s, 'additionalProperties'],
  [/^Incorrect type\./, 'type'],
  [/^Value (?:is not accepted|must be)/, 'enum'],
];

/** Most findings told of one definition. */
const maxFindings = 1000;

/** More children than any object or array of a definition can have within the 64 KiB that ECS accepts. */
const maxChildren = 3000;

/** Prepares the evaluation of a schema by the JSON language service, which keeps one schema; `whole` says what is checked, for messages. */
export function createEvaluate(json: LanguageService, schema: JSONSchema, lookup: Lookup, whole: string): Evaluate {
  json.configure({ schemas: [{ uri: 'taskdef://schema', fileMatch: ['*'], schema }] });
  return async (document, node) => {
    const found = await json.doValidation(document, json.newJSONDocument(shortened(withoutSchemaKey(node)), []), {
      schemaValidation: 'error',
    });
    const broken = found.slice(0, maxFindings).flatMap(({ message, range }) => {
      const offset = document.offsetAt(range.start);
      return findingOf(String(message), node, offset, document.offsetAt(range.end), lookup).map((it) => ({
        ...it,
        whole,
      }));
    });
    return [...broken, ...misspelled(node, lookup, whole).slice(0, maxFindings)];
  };
}

/** The JSON service would load the schema that a document names, over the network if it could, instead of ours. */
function withoutSchemaKey(node: ASTNode): ASTNode {
  if (node.type !== 'object') return node;
  const properties = node.properties.filter(({ keyNode }) => keyNode.value !== '$schema');
  return { ...node, type: 'object', offset: node.offset, length: node.length, properties, children: properties };
}

/** The JSON service takes time in the square of the number of children that are wrong, so very long lists are cut. */
function shortened(node: ASTNode): ASTNode {
  const children = node.children?.slice(0, maxChildren);
  if (!children) return node;
  const kept = children.map(shortened);
  if (kept.length === node.children?.length && kept.every((child, index) => child === children[index])) return node;
  switch (node.type) {
    case 'object':
      return { ...node, properties: kept.filter((child) => child.type === 'property'), children: kept };
    case 'array':
      return { ...node, items: kept, children: kept };
    case 'property': {
      const [, valueNode] = kept;
      return { ...node, ...(valueNode && { valueNode }), children: kept };
    }
    default:
      return node;
  }
}

function findingOf(
  message: string,
  root: ASTNode,
  offset: number,
  end: number,
  lookup: Lookup,
): readonly Omit<SchemaFinding, 'whole'>[] {
  const known = messages.find(([pattern]) => pattern.test(message));
  const keyword = known?.[1] ?? 'limit';
  const member = known?.[0].exec(message)?.[1];
  const node = offset < root.offset ? root : valueAt(root, offset, end);
  if (!node || (node.type === 'string' && hasPlaceholder(node.value))) return [];
  if (keyword === 'additionalProperties' && hasPlaceholder(member ?? '')) return [];
  const path = pathOf(node).slice(pathOf(root).length);
  const schema = lookup(keyword === 'additionalProperties' ? path.slice(0, -1) : path);
  const limit = keyword === 'limit' ? limitOf(schema, node) : undefined;
  const nearest = keyword === 'limit' ? nearestOf(schema, node) : undefined;
  const sample =
    keyword === 'required' && member !== undefined ? sampleOf(member, lookup([...path, member])) : undefined;
  return [
    {
      keyword,
      node,
      path,
      expected: expectedBy(keyword, schema),
      ...(member !== undefined && { member }),
      ...(keyword === 'type' && isRequired(path, lookup) && { required: true }),
      ...(limit !== undefined && { limit }),
      ...(nearest !== undefined && { nearest }),
      ...(sample !== undefined && { sample }),
    },
  ];
}

function isRequired(path: SchemaFinding['path'], lookup: Lookup): boolean {
  return lookup(path.slice(0, -1))?.required?.some((member) => member === path.at(-1)) ?? false;
}

function expectedBy(keyword: Keyword, schema: DocumentedSchema | undefined): readonly string[] {
  switch (keyword) {
    case 'additionalProperties':
      return membersOf(schema);
    case 'enum':
      return (schema?.enum ?? [schema?.const]).map(String);
    case 'type':
      return [schema?.type ?? []].flat();
    default:
      return [];
  }
}

/** The value whose own token, or whose key's token, has these offsets. */
function valueAt(root: ASTNode, offset: number, end: number): ASTNode | undefined {
  let first: ASTNode | undefined;
  for (let node = nodeAt(root, offset); node && node.offset === offset; node = node.parent) {
    if (node.type === 'object') first ??= node;
    if (node.type === 'property' || node.offset + node.length !== end) continue;
    return keyOf(node) === node && node.parent?.type === 'property' ? node.parent.valueNode : node;
  }
  // An object that lacks a member is reported at its first character alone; a block mapping begins with its first key.
  return end === offset + 1 ? first : undefined;
}
