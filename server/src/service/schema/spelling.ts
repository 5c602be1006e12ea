import { cloudFormationName } from '../data/cloudformation-names';
import { type ASTNode, type StringASTNode, writtenKey } from '../syntax/ast';
import type { SchemaFinding } from './finding';
import { type Lookup, membersOf } from './lookup';

/** The members of a template's view whose names are understood, and written otherwise than CloudFormation writes them. */
export function misspelled(root: ASTNode, lookup: Lookup, whole: string): readonly SchemaFinding[] {
  const found: SchemaFinding[] = [];
  const visit = (node: ASTNode, path: SchemaFinding['path']): void => {
    if (node.type === 'array') for (const [index, item] of node.items.entries()) visit(item, [...path, index]);
    if (node.type !== 'object') return;
    const around = path.findLast((step) => typeof step === 'string');
    const known = new Set(membersOf(lookup(path)));
    for (const { keyNode, valueNode } of node.properties) {
      if (!valueNode) continue;
      const at = [...path, keyNode.value];
      const [written] = isRespelled(keyNode) ? writtenKey(keyNode) : [];
      const right = cloudFormationName(keyNode.value, around);
      if (written !== undefined && written !== right && known.has(keyNode.value))
        found.push({ keyword: 'spelling', node: valueNode, path: at, member: written, expected: [right], whole });
      visit(valueNode, at);
    }
  };
  if (root.type === 'object' && root.properties.some(({ keyNode }) => isRespelled(keyNode))) visit(root, []);
  return found;
}

/** True for keys of views, which keep what is written beside what it means. */
function isRespelled(key: StringASTNode): boolean {
  return 'written' in key;
}
