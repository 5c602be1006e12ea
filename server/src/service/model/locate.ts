import { type ASTNode, memberOf } from '../syntax/ast';

/** File names that say "ECS task definition" by themselves. */
const taskDefinitionName = /(?:task-definition|taskdef|task-def|ecs-task)[^/\\]*\.(?:json|jsonc)$/i;

/** True when a file's name claims a task definition, so that even an empty file is one. */
export function isTaskDefinitionName(uri: string): boolean {
  return taskDefinitionName.test(uri);
}

/** A task definition found in a document. */
export interface Located {
  readonly node: ASTNode;
  /** How the document holds it. */
  readonly shape: 'plain' | 'wrapped';
}

/**
 * Finds the task definitions of a document. Content decides: a `containerDefinitions` member, alone or below
 * `taskDefinition` as describe-task-definition prints it. A file whose name claims one is taken at its word.
 */
export function locate(root: ASTNode | undefined, named: boolean): readonly Located[] {
  if (!root) return [];
  if (memberOf(root, 'containerDefinitions')) return [{ node: root, shape: 'plain' }];
  const wrapped = memberOf(root, 'taskDefinition')?.valueNode;
  if (wrapped?.type === 'object' && memberOf(wrapped, 'containerDefinitions'))
    return [{ node: wrapped, shape: 'wrapped' }];
  return named && root.type === 'object' ? [{ node: root, shape: 'plain' }] : [];
}

/** A cheap look before any parsing: everything but task definitions costs this one search. */
export function mayHoldTaskDefinition(text: string, named: boolean): boolean {
  return named || text.includes('containerDefinitions');
}
