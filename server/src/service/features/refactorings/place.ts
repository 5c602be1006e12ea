import type { Span } from '../../problem';
import type { Definition, Snapshot } from '../../snapshot';
import { type ASTNode, nodeAt } from '../../syntax/ast';
import type { Source } from '../../syntax/nesting';

/** The definition that a span touches, itself or what holds it: its wrapper, or its resource in a template. */
export function definitionFor({ definitions }: Snapshot, span: Span): Definition | undefined {
  return definitions.find((definition) => touches(holderOf(definition), span));
}

export function touches({ offset, length }: ASTNode, span: Span): boolean {
  return offset <= span.end && span.offset <= offset + length;
}

/** True where a span begins among the definition's own members, not within a container or another structure of it. */
export function atOwnLevel({ node, shape, task }: Definition, { offset }: Span): boolean {
  const found = nodeAt(node, offset);
  if (shape === 'containers' && found === task.containerDefinitions.node) return true;
  return isAmongMembers(node, found);
}

/** True for a member of an object, its key, and its value unless that is a structure of its own. */
export function isAmongMembers(object: ASTNode, found: ASTNode | undefined): boolean {
  let at = found;
  while (at && at.type !== 'object' && at.type !== 'array') at = at.parent;
  return at === undefined || at === object;
}

/** The definition's node in the document's tree, which a view stands for. */
export function writtenNode({ node }: Definition): ASTNode {
  return node.parent?.type === 'property' ? (node.parent.valueNode ?? node) : node;
}

/** The object at the document's root. */
export function rootOf({ node }: Definition): ASTNode {
  let root = node;
  while (root.parent) root = root.parent;
  return root;
}

/** The document's text as it is written. */
export function sourceOf({ document, syntax }: Snapshot): Source {
  return { text: document.getText(), syntax };
}

function holderOf(definition: Definition): ASTNode {
  const { node, shape } = definition;
  if (shape === 'cloudformation') return node.parent?.parent?.parent ?? node;
  return rootOf(definition);
}
