import type { Span } from '../problem';
import type { Lookup } from '../schema/lookup';
import type { Snapshot } from '../snapshot';
import { nodeAt, pathOf, spanOf } from '../syntax/ast';
import { definitionAt } from './definition-at';
import { documentation } from './documentation';

export interface HoverText {
  readonly markdown: string;
  readonly span: Span;
}

/** What the member under the offset is; nothing outside task definitions and for what the schema does not know. */
export function hover(snapshot: Snapshot, offset: number, lookup: Lookup): HoverText | undefined {
  const definition = definitionAt(snapshot, offset);
  const node = nodeAt(definition?.node, offset);
  if (!definition || !node || node.type === 'object' || node.type === 'array' || node.type === 'property')
    return undefined;
  const path = pathOf(node).slice(pathOf(definition.node).length);
  const named = path.findLastIndex((step) => typeof step === 'string');
  if (named < 0) return undefined;
  const schema = lookup(path.slice(0, named + 1));
  if (!schema) return undefined;
  const parent = lookup(path.slice(0, named));
  return { markdown: documentation(String(path[named]), schema, parent), span: spanOf(node) };
}
