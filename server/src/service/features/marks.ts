import { placeAt, pointerAt, tokenAt } from '../model/field';
import type { Span } from '../problem';
import type { Definition, Snapshot } from '../snapshot';
import { type ASTNode, memberOf, spanOf } from '../syntax/ast';

/** A value of a document that something was found out about. */
export interface Mark {
  /** RFC 6901 pointer within the document. */
  readonly pointer: string;
  /** Its text without spaces: once it is another one, what was found is out of date. */
  readonly value: string;
  readonly span: Span;
}

/** Which definition of a document: by its family, which survives edits around it, else by its index in `Snapshot.definitions`. */
export interface WhichDefinition {
  readonly family?: string;
  readonly index?: number;
}

/** A value that is asked for; with the text that it had it is found also where it has moved. */
export interface AskedMark {
  /** RFC 6901 pointer within the definition. */
  readonly pointer: string;
  readonly value?: string;
}

/** Where the values of a definition stand now; undefined for those that there are not. */
export function marks(
  snapshot: Snapshot,
  which: WhichDefinition,
  asked: readonly AskedMark[],
): readonly (Mark | undefined)[] {
  const node = definitionOf(snapshot, which)?.node;
  return asked.map(({ pointer, value }) => {
    const steps = stepsOf(pointer);
    const found = node && steps.reduce(child, node);
    if (value === undefined || (found && textOf(snapshot, found) === value)) return found && markOf(snapshot, found);
    const key = steps.at(-1);
    const moved = node && key ? valuesOf(node, key).find((it) => textOf(snapshot, it) === value) : undefined;
    return moved && markOf(snapshot, moved);
  });
}

/** The definition that is meant; undefined where it is another one by now. */
export function definitionOf({ definitions }: Snapshot, { family, index }: WhichDefinition): Definition | undefined {
  const named = definitions.filter(({ task }) => family !== undefined && task.family.literal === family);
  if (named.length === 1) return named[0];
  const other = index === undefined ? (definitions.length === 1 ? definitions[0] : undefined) : definitions[index];
  // A family of another name is another definition, or one that nothing was run of yet.
  const isAnother = family !== undefined && other?.task.family.literal !== undefined && named.length === 0;
  return isAnother ? undefined : other;
}

/** The text of a value without spaces. */
export function textOf({ document }: Snapshot, node: ASTNode): string {
  const { offset, end } = spanOf(node);
  return document.getText().slice(offset, end).replace(/\s+/g, '');
}

function markOf(snapshot: Snapshot, node: ASTNode): Mark {
  const place = placeAt(node);
  return { pointer: pointerAt(place), value: textOf(snapshot, node), span: tokenAt(place) };
}

function stepsOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function child(node: ASTNode | undefined, step: string): ASTNode | undefined {
  return node?.type === 'array' ? node.items[Number(step)] : memberOf(node, step)?.valueNode;
}

/** All values of a key, in the order of the document. */
function valuesOf(node: ASTNode, key: string): readonly ASTNode[] {
  const below = (node.children ?? []).flatMap((it) => valuesOf(it, key));
  const own = node.type === 'property' && node.keyNode.value === key ? node.valueNode : undefined;
  return own ? [own, ...below] : below;
}
