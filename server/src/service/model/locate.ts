import { type ArrayASTNode, type ASTNode, memberOf } from '../syntax/ast';

/** File names that say "ECS task definition" by themselves. */
const taskDefinitionName = /(?:task-definition|taskdef|task-def|ecs-task)[^/\\]*\.(?:jsonc?|ya?ml)$/i;

/** The settings of this program. */
const settingsName = /(?:^|[/\\])\.taskdef\.jsonc?$/i;

/** Members at the top of what is named after a task definition but is a workflow, a schema, a template, a manifest … */
const foreign = [
  'jobs',
  'services',
  'apiVersion',
  'AWSTemplateFormatVersion',
  'Resources',
  'properties',
  'containerOverrides',
  'overrides',
];

/** True when a file's name claims a task definition, so that even an empty file is one. */
export function isTaskDefinitionName(uri: string): boolean {
  return taskDefinitionName.test(uri) && !settingsName.test(uri);
}

/** A task definition found in a document, and how the document holds it. */
export type Located =
  | { readonly shape: 'plain' | 'wrapped' | 'cloudformation'; readonly node: ASTNode }
  /** A list of containers alone, as Terraform takes it. */
  | { readonly shape: 'containers'; readonly node: ArrayASTNode };

/**
 * Finds the task definitions of a document. Content decides: a `containerDefinitions` member, alone or below `taskDefinition` as
 * describe-task-definition prints it; the `AWS::ECS::TaskDefinition` resources of a template. A file whose name claims a
 * definition is taken at its word, unless it is plainly something else.
 */
export function locate(root: ASTNode | undefined, named: boolean): readonly Located[] {
  if (!root) return [];
  if (memberOf(root, 'containerDefinitions')) return [{ node: root, shape: 'plain' }];
  const wrapped = memberOf(root, 'taskDefinition')?.valueNode;
  if (wrapped?.type === 'object' && memberOf(wrapped, 'containerDefinitions'))
    return [{ node: wrapped, shape: 'wrapped' }];
  const resources = memberOf(root, 'Resources')?.valueNode;
  if (resources?.type === 'object') return inTemplate(resources);
  if (!named) return [];
  if (root.type === 'array') return [{ node: root, shape: 'containers' }];
  return root.type === 'object' && !isForeign(root) ? [{ node: root, shape: 'plain' }] : [];
}

function isForeign(root: ASTNode): boolean {
  return !memberOf(root, 'family') && foreign.some((name) => memberOf(root, name));
}

function inTemplate(resources: ASTNode): readonly Located[] {
  return (resources.type === 'object' ? resources.properties : []).flatMap(({ valueNode }): readonly Located[] => {
    const type = memberOf(valueNode, 'Type')?.valueNode;
    const node = memberOf(valueNode, 'Properties')?.valueNode;
    const isOurs = type?.type === 'string' && type.value === 'AWS::ECS::TaskDefinition' && node?.type === 'object';
    return isOurs ? [{ node, shape: 'cloudformation' }] : [];
  });
}

/** A cheap look before any parsing: everything but task definitions costs this search. */
export function mayHoldTaskDefinition(text: string, named: boolean): boolean {
  return named || text.includes('containerDefinitions') || text.includes('AWS::ECS::TaskDefinition');
}
