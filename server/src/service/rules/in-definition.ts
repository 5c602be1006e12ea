import type { Place } from '../model/field';
import type { Fix } from '../problem';
import type { ASTNode } from '../syntax/ast';
import type { Edit } from '../syntax/edit';
import { suggestion } from './rule';

/**
 * A change of the task definition that a request is about, as a part of a report: offered where one document holds both, because
 * a fix changes no other.
 */
export function inDefinition(request: Place, task: Place, title: string, edit: Edit): { readonly fix?: Fix } {
  return rootOf(request.anchor) === rootOf(task.anchor) ? { fix: suggestion(title, edit) } : {};
}

function rootOf(node: ASTNode): ASTNode {
  let root = node;
  while (root.parent) root = root.parent;
  return root;
}
