import { memberSupport } from '../data/launch-type-matrix';
import type { Lookups } from '../schema/schemas';
import type { Definition, Snapshot } from '../snapshot';
import { nodeAt, type Path, pathOf, spanOf, writtenPathOf } from '../syntax/ast';
import type { Workspace } from './companions';
import { holderAt } from './definition-at';
import { documentation, summary } from './documentation';
import { adviceAt, hoverRequestValue } from './hover-request';
import { type HoverText, hoverValue, shapeOf } from './hover-value';
import { supportTable } from './support-table';

export type { HoverText } from './hover-value';

/**
 * What the member or value under the offset is: a value that has a meaning of its own comes before its member. Nothing outside task
 * definitions and requests, and for what the schema does not know.
 */
export function hover(
  snapshot: Snapshot,
  offset: number,
  lookups: Lookups,
  workspace: Workspace,
): HoverText | undefined {
  const holder = holderAt(snapshot, offset);
  const node = nodeAt(holder?.node, offset);
  if (!holder || !node || node.type === 'object' || node.type === 'array' || node.type === 'property') return undefined;
  const lookup = lookups[holder.schema];
  const path = pathOf(node).slice(pathOf(holder.node).length);
  const named = path.findLastIndex((step) => typeof step === 'string');
  if (named < 0) return undefined;
  const name = String(path[named]);
  const written = String(writtenPathOf(node).findLast((step) => typeof step === 'string') ?? name);
  const schema = lookup(path.slice(0, named + 1));
  const value =
    holder.schema === 'task-definition'
      ? hoverValue(snapshot, offset)
      : hoverRequestValue(snapshot, holder, node, workspace);
  if (value) {
    const member = schema?.description === undefined ? [] : [summary(written, schema)];
    return { ...value, markdown: [value.markdown, ...member].join('\n\n---\n\n') };
  }
  if (!schema) return undefined;
  const more = holder.schema === 'task-definition' ? matrix(path, holder) : adviceAt(holder.schema, path);
  return { markdown: documentation(name, schema, lookup(path.slice(0, named)), more, written), span: spanOf(node) };
}

function matrix(path: Path, { task }: Definition): string | undefined {
  const support = memberSupport.get(shapeOf(path));
  return support && supportTable(support, task);
}
