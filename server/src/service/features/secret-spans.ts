import { secretName } from '../data/secret-names';
import { credentialIn } from '../model/credentials';
import type { Span } from '../problem';
import type { Snapshot } from '../snapshot';
import { type ASTNode, type PropertyASTNode, type StringASTNode, spanOf } from '../syntax/ast';

/**
 * Where a document holds what does not belong in logs and reports: the values of environment variables, of members whose names announce
 * a secret, and what looks like a credential. In document order.
 */
export function secretSpans({ tree }: Snapshot): readonly Span[] {
  const seen = new Set<ASTNode>();
  const found = new Set<StringASTNode>();
  const visit = (node: ASTNode): void => {
    // Aliases of YAML lead to a node more than once.
    if (seen.has(node)) return;
    seen.add(node);
    for (const value of node.type === 'property' ? secretsOf(node) : []) found.add(value);
    if (node.type === 'string' && isSecret(node.value)) found.add(node);
    for (const child of node.children ?? []) visit(child);
  };
  for (const root of tree?.roots ?? []) visit(root);
  return Array.from(found, spanOf).toSorted((a, b) => a.offset - b.offset);
}

function secretsOf({ keyNode, valueNode }: PropertyASTNode): readonly StringASTNode[] {
  if (/^environment$/i.test(keyNode.value)) return valuesOf(valueNode);
  return valueNode?.type === 'string' && secretName.test(keyNode.value) ? [valueNode] : [];
}

/** Of a list of names and values the values; those of a mapping, as Compose has it, too. */
function valuesOf(environment: ASTNode | undefined): readonly StringASTNode[] {
  const members =
    environment?.type === 'array'
      ? environment.items.flatMap((item) => (item.type === 'object' ? item.properties.filter(isValue) : []))
      : environment?.type === 'object'
        ? environment.properties
        : [];
  return members.flatMap(({ valueNode }) => (valueNode?.type === 'string' ? [valueNode] : []));
}

function isValue({ keyNode }: PropertyASTNode): boolean {
  return keyNode.value.toLowerCase() === 'value';
}

/** A credential by its form, or one that an argument names: `--password=x`. */
function isSecret(text: string): boolean {
  return credentialIn(text) !== undefined || argument.test(text);
}

const argument = new RegExp(`(?:${secretName.source})[\\w-]{0,40}[=:]\\s{0,9}[^\\s$]`, 'i');
