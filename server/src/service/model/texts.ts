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

/** Every text that is a value within the place and is written there; functions of templates are none. */
export function textsIn({ anchor }: Place): readonly Text[] {
  const found: Text[] = [];
  const collect = (node: ASTNode, member: string | undefined): void => {
    switch (node.type) {
      case 'string':
        if (node.value !== intrinsic && !tagged(node))
          found.push({ place: { node, anchor: node, name: '' }, text: node.value, member });
        return;
      case 'property':
        if (node.valueNode && writtenKey(node.keyNode).length > 0) collect(node.valueNode, node.keyNode.value);
        else if (node.valueNode?.type === 'array') collect(node.valueNode, node.keyNode.value);
        return;
      default:
        for (const child of node.children ?? []) collect(child, member);
    }
  };
  collect(anchor, undefined);
  return found;
}
