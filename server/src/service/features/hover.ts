import { memberSupport } from '../data/launch-type-matrix';
import type { Lookup } from '../schema/lookup';
import type { Snapshot } from '../snapshot';
import { nodeAt, pathOf, spanOf, writtenPathOf } from '../syntax/ast';
import { definitionAt } from './definition-at';
import { documentation, summary } from './documentation';
import { type HoverText, hoverValue, shapeOf } from './hover-value';
import { supportTable } from './support-table';

export type { HoverText } from './hover-value';

/**
 * What the member or value under the offset is: a value that has a meaning of its own comes before its member. Nothing outside task
 * definitions and for what the schema does not know.
 */
export function hover(snapshot: Snapshot, offset: number, lookup: Lookup): HoverText | undefined {
  const definition = definitionAt(snapshot, offset);
  const node = nodeAt(definition?.node, offset);
  if (!definition || !node || node.type === 'object' || node.type === 'array' || node.type === 'property')
    return undefined;
  const path = pathOf(node).slice(pathOf(definition.node).length);
  const named = path.findLastIndex((step) => typeof step === 'string');
  if (named < 0) return undefined;
  const name = String(path[named]);
  const written = String(writtenPathOf(node).findLast((step) => typeof step === 'string') ?? name);
  const schema = lookup(path.slice(0, named + 1));
  const value = hoverValue(snapshot, offset);
  if (value) {
    const member = schema?.description === undefined ? [] : [summary(written, schema)];
    return { ...value, markdown: [value.markdown, ...member].join('\n\n---\n\n') };
  }
  if (!schema) return undefined;
  const support = memberSupport.get(shapeOf(path));
  const matrix = support && supportTable(support, definition.task);
  return { markdown: documentation(name, schema, lookup(path.slice(0, named)), matrix, written), span: spanOf(node) };
}
