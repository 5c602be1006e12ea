import { isOverrides } from '../model/locate-request';
import type { Snapshot } from '../snapshot';
import { type ASTNode, memberOf } from '../syntax/ast';

/** A piece of a document that is about a task definition: a request, an AppSpec file, or overrides of containers alone. */
export interface Part {
  readonly kind: 'service' | 'run' | 'appspec' | 'overrides';
  /** The whole piece; a request has the spelling of the API. */
  readonly node: ASTNode;
  /** The value that names the task definition. */
  readonly names: ASTNode | undefined;
}

/** The pieces of a document that are about task definitions. */
export function partsOf({ tree, requests }: Snapshot): readonly Part[] {
  const others = (tree?.roots ?? []).flatMap((node) => appSpec(node) ?? overrides(node) ?? []);
  const known = new Set(others.map(({ node }) => node.offset));
  const asked = requests.map(
    ({ action, node }): Part => ({
      kind: action === 'RunTask' ? 'run' : 'service',
      node,
      names: memberOf(node, 'taskDefinition')?.valueNode,
    }),
  );
  return [...others, ...asked.filter(({ node }) => !known.has(node.offset))].toSorted(
    (a, b) => a.node.offset - b.node.offset,
  );
}

/** The value under an offset that names a task definition from outside of it. */
export function namingAt(snapshot: Snapshot, offset: number): ASTNode | undefined {
  return partsOf(snapshot)
    .flatMap(({ names }) => names ?? [])
    .find((names) => names.offset <= offset && offset <= names.offset + names.length);
}

/** https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-resources.html */
function appSpec(root: ASTNode): Part | undefined {
  const resources = member(root, 'resources');
  const services = resources?.type === 'array' ? resources.items.flatMap(valuesOf) : [];
  const service = services.find((it) => member(it, 'type')?.value === 'AWS::ECS::Service');
  return service && { kind: 'appspec', node: root, names: member(member(service, 'properties'), 'taskDefinition') };
}

function overrides(root: ASTNode): Part | undefined {
  return isOverrides(root) ? { kind: 'overrides', node: root, names: undefined } : undefined;
}

function valuesOf(node: ASTNode): readonly ASTNode[] {
  return node.type === 'object' ? node.properties.flatMap(({ valueNode }) => valueNode ?? []) : [];
}

/** AppSpec files begin their members with a capital or not. */
function member(node: ASTNode | undefined, name: string): ASTNode | undefined {
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  return (memberOf(node, name) ?? memberOf(node, capital))?.valueNode;
}
