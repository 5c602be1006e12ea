import { type ASTNode, writtenKey } from '../syntax/ast';
import { intrinsic } from '../syntax/placeholder';
import { tagged } from '../syntax/yaml-node';
import type { Place } from './field';

/** A text that is a value somewhere within a place. */
export interface Text {
  readonly place: Place;
  readonly text: string;
  /** The member that holds it, be it in a list. */
  readonly member: string | undefined;
}

/** The texts with a mark that are values within the place and are written there; functions of templates are none. */
export function textsIn({ anchor }: Place, mark: RegExp): readonly Text[] {
  const found: Text[] = [];
  collect(anchor, undefined, mark, found);
  return found;
}

function collect(node: ASTNode, member: string | undefined, mark: RegExp, found: Text[]): void {
  switch (node.type) {
    case 'string':
      if (mark.test(node.value) && node.value !== intrinsic && !tagged(node))
        found.push({ place: { node, anchor: node, name: '' }, text: node.value, member });
      return;
    case 'object':
      for (const { keyNode, valueNode } of node.properties) {
        // Members that only a view has hold nothing that is written, but for the list that it is made around.
        if (valueNode && (valueNode.type === 'array' || writtenKey(keyNode).length > 0))
          collect(valueNode, keyNode.value, mark, found);
      }
      return;
    case 'array':
      for (const item of node.items) collect(item, member, mark, found);
  }
}
