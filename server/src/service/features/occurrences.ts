import { familyIn } from '../model/family';
import type { Span } from '../problem';
import type { Definition, Snapshot } from '../snapshot';
import { type ASTNode, keyOf, type StringASTNode, spanOf } from '../syntax/ast';
import { hasPlaceholder } from '../syntax/placeholder';
import { anchorsAt } from './anchors';
import { definitionAt } from './definition-at';
import { insideQuotes } from './inside-quotes';
import { logicalIds, servicesOf } from './logical-ids';
import { type NameKind, type NamePlace, namePlaces, outsidePlaces } from './names';
import { type Part, partsOf } from './parts';

/** A place in a document where something is named. */
export interface Occurrence {
  /** `router`: the FireLens router that `awsfirelens` log drivers mean; `resource`: a logical id of a template; `anchor`: of YAML. */
  readonly kind: NameKind | 'family' | 'router' | 'resource' | 'anchor';
  readonly name: string;
  /** The text of the name alone: no quotes, no alias after it. */
  readonly span: Span;
  /** The scalar that holds the name, quotes included. */
  readonly token: Span;
  readonly role: 'definition' | 'use';
}

/** The name under an offset, and every occurrence of names that can mean the same: those of one definition. */
export interface Found {
  readonly at: Occurrence;
  readonly scope: readonly Occurrence[];
}

/** The name whose text touches an offset. */
export function occurrenceAt(snapshot: Snapshot, offset: number): Found | undefined {
  for (const scope of scopesAt(snapshot, offset)) {
    const at = scope.find(({ span }) => span.offset <= offset && offset <= span.end);
    if (at) return { at, scope };
  }
  return undefined;
}

/** Occurrences of the same thing, in the order of the text. */
export function sameAs({ at, scope }: Found): readonly Occurrence[] {
  return distinct(scope.filter(({ kind, name }) => kind === at.kind && name === at.name));
}

/** What a definition names, and where it uses those names; `text` is the document's. */
export function occurrencesOf({ node, task }: Pick<Definition, 'node' | 'task'>, text: string): readonly Occurrence[] {
  const { node: family, literal } = task.family;
  return [
    ...(family && literal !== undefined ? familyOccurrence(family, 'definition', text) : []),
    ...named(node, text, namePlaces),
    ...routers(task, text),
  ];
}

/** What a service, a run, an AppSpec file or overrides name of the task definition they are about. */
export function outsideOf({ node, names }: Pick<Part, 'node' | 'names'>, text: string): readonly Occurrence[] {
  return [...(names ? familyOccurrence(names, 'use', text) : []), ...named(node, text, outsidePlaces)];
}

/** One of each place, because what YAML's aliases stand for is written once; a definition wins over its uses. */
export function distinct(occurrences: readonly Occurrence[]): readonly Occurrence[] {
  const byOffset = new Map<number, Occurrence>();
  for (const it of occurrences) {
    const known = byOffset.get(it.span.offset);
    if (known?.role !== 'definition') byOffset.set(it.span.offset, it);
  }
  return [...byOffset.values()].toSorted((a, b) => a.span.offset - b.span.offset);
}

function* scopesAt(snapshot: Snapshot, offset: number): Generator<readonly Occurrence[]> {
  const text = snapshot.document.getText();
  const around = definitionAt(snapshot, offset);
  // A service of a template names parts of a definition from outside of it.
  for (const definition of around ? [around] : snapshot.definitions) {
    const services = servicesOf(definition, text).flatMap((service) => named(service, text, outsidePlaces));
    yield [...occurrencesOf(definition, text), ...services];
  }
  if (snapshot.definitions.some(({ shape }) => shape === 'cloudformation'))
    for (const root of snapshot.tree?.roots ?? []) yield logicalIds(root, text);
  for (const part of partsOf(snapshot)) yield outsideOf(part, text);
  yield anchorsAt(snapshot, offset);
}

function named(root: ASTNode, text: string, places: readonly NamePlace[]): readonly Occurrence[] {
  return places.flatMap(({ path, kind, role }) =>
    valuesAt([root], path).flatMap((node) => {
      const found = node.type === 'string' ? nameIn(node, text, path.endsWith('.links.*')) : undefined;
      return found ? [{ kind, role, ...found }] : [];
    }),
  );
}

/** Keys match in any case: CloudFormation and AppSpec files write the API's names with a capital. */
function valuesAt(roots: readonly ASTNode[], path: string): readonly ASTNode[] {
  return path
    .toLowerCase()
    .split('.')
    .reduce<readonly ASTNode[]>((nodes, step) => nodes.flatMap((node) => childrenAt(node, step)), roots);
}

function childrenAt(node: ASTNode, step: string): readonly ASTNode[] {
  if (node.type === 'array') return step === '*' ? node.items : [];
  if (node.type !== 'object') return [];
  return node.properties.flatMap(({ keyNode, valueNode }) =>
    valueNode && keyNode.value.toLowerCase() === step ? [valueNode] : [],
  );
}

function nameIn(
  node: StringASTNode,
  text: string,
  mayHaveAlias: boolean,
): Pick<Occurrence, 'name' | 'span' | 'token'> | undefined {
  const token = spanOf(node);
  const inside = insideQuotes(text, token);
  const written = text.slice(inside.offset, inside.end);
  // A placeholder is a name only as it is written: views and parsers put stand-ins in the place of what they cannot read.
  if (hasPlaceholder(node.value) && (mayHaveAlias || written !== node.value)) return undefined;
  const colon = mayHaveAlias ? node.value.indexOf(':') : -1;
  const name = colon < 0 ? node.value : node.value.slice(0, colon);
  if (name === '') return undefined;
  const at = written.indexOf(name);
  const span = at < 0 ? inside : { offset: inside.offset + at, end: inside.offset + at + name.length };
  return { name, span, token };
}

/** The family alone, of a name that may have a revision behind it and be the end of an ARN. */
function familyOccurrence(node: ASTNode, role: Occurrence['role'], text: string): readonly Occurrence[] {
  const name = node.type === 'string' ? familyIn(node.value) : undefined;
  if (name === undefined) return [];
  const token = spanOf(node);
  const inside = insideQuotes(text, token);
  const written = text.slice(inside.offset, inside.end);
  const at = inside.offset + written.lastIndexOf('/') + 1;
  const span = written === node.value ? { offset: at, end: at + name.length } : inside;
  return [{ kind: 'family', name, span, token, role }];
}

/** The FireLens router and the log drivers that send to it. */
function routers({ containerDefinitions }: Definition['task'], text: string): readonly Occurrence[] {
  return containerDefinitions.items.flatMap(({ firelensConfiguration, logConfiguration: { logDriver } }) => {
    const key = firelensConfiguration.at.node && keyOf(firelensConfiguration.at.node);
    const driver = logDriver.literal === 'awsfirelens' ? logDriver.node : undefined;
    return [
      ...(key ? [router(spanOf(key), 'definition', text)] : []),
      ...(driver ? [router(spanOf(driver), 'use', text)] : []),
    ];
  });
}

function router(token: Span, role: Occurrence['role'], text: string): Occurrence {
  return { kind: 'router', name: 'awsfirelens', span: insideQuotes(text, token), token, role };
}
