import type { OverlayRow } from './overlay';
import type { SchemaNode } from './schema-node';

/**
 * The schema with the limits that types cannot say, `root` being the name that they call its root. Throws where a limit is on
 * something that the schema no longer has.
 */
export function withOverlay(schema: SchemaNode, root: string, overlay: readonly OverlayRow[]): SchemaNode {
  return overlay.reduce((result, row) => applyRow(result, row, root), schema);
}

function applyRow(schema: SchemaNode, row: OverlayRow, root: string): SchemaNode {
  const [structure = '', member, items] = row.at.split(/\.|(\[\])/).filter((part) => part !== undefined && part !== '');
  const change = (node: SchemaNode | undefined): SchemaNode => {
    if (!node) throw new Error(`The overlay limits ${row.at}, which the SDK does not have.`);
    if (member === undefined) return limited(node, row);
    return { ...node, properties: { ...node.properties, [member]: changeMember(node.properties?.[member]) } };
  };
  const changeMember = (node: SchemaNode | undefined): SchemaNode => {
    if (!node || (items && !node.items)) throw new Error(`The overlay limits ${row.at}, which the SDK does not have.`);
    return items && node.items ? { ...node, items: limited(node.items, row) } : limited(node, row);
  };
  if (structure === root) return change(schema);
  return { ...schema, definitions: { ...schema.definitions, [structure]: change(schema.definitions?.[structure]) } };
}

/** Usual values (`examples`) stand instead of the closed list that the type gives. */
function limited(node: SchemaNode, { says, source }: OverlayRow): SchemaNode {
  const { enum: closed, ...open } = node;
  return { ...(says.examples ? open : node), ...says, 'x-source': source };
}
