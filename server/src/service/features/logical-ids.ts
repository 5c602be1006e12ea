import type { Definition } from '../snapshot';
import { type ASTNode, memberOf, type StringASTNode, spanOf } from '../syntax/ast';
import { tagged } from '../syntax/yaml-node';
import { insideQuotes } from './inside-quotes';
import type { Occurrence } from './occurrences';

/**
 * The resources and parameters of a template and what refers to them, by `Ref`, `Fn::GetAtt`, `Fn::Sub` and `DependsOn`.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export function logicalIds(root: ASTNode, text: string): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (const section of ['Resources', 'Parameters']) {
    const ids = memberOf(root, section)?.valueNode;
    for (const { keyNode } of ids?.type === 'object' ? ids.properties : [])
      found.push(occurrence('definition', keyNode.value, keyNode, text));
  }
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    found.push(...referencesIn(node, text));
    for (const child of node.children ?? []) open.push(child);
    const argument = tagged(node)?.argument;
    if (argument) open.push(argument);
  }
  return found;
}

/** The `AWS::ECS::Service` resources beside a template's task definition that run it. */
export function servicesOf({ shape, node }: Definition, text: string): readonly ASTNode[] {
  const resource = node.parent?.parent?.parent;
  if (shape !== 'cloudformation' || resource?.type !== 'property' || resource.parent?.type !== 'object') return [];
  const id = resource.keyNode.value;
  return resource.parent.properties.flatMap(({ valueNode }) => {
    const type = memberOf(valueNode, 'Type')?.valueNode;
    const properties = memberOf(valueNode, 'Properties')?.valueNode;
    const runs = memberOf(properties, 'TaskDefinition')?.valueNode;
    const call = runs?.type === 'object' ? runs.properties[0] : runs;
    const isOurs =
      type?.value === 'AWS::ECS::Service' && call && referencesIn(call, text).some(({ name }) => name === id);
    return isOurs && properties ? [properties] : [];
  });
}

/** What an intrinsic function, or a list of dependencies, refers to by itself. */
function referencesIn(node: ASTNode, text: string): readonly Occurrence[] {
  const { name, argument } = callOf(node);
  const operands = stringsIn(argument);
  switch (name) {
    case 'DependsOn':
      return operands.map((id) => occurrence('use', id.value, id, text));
    case 'Ref':
    case 'Fn::GetAtt':
      return operands.slice(0, 1).map((id) => occurrence('use', id.value.split('.', 1)[0] ?? '', id, text));
    case 'Fn::Sub':
      return operands.slice(0, 1).flatMap((template) => substitutions(template, text));
    default:
      return [];
  }
}

interface Call {
  readonly name?: string | undefined;
  readonly argument?: ASTNode | undefined;
}

/** An intrinsic function in its long form (a member of its own) or its short form (a tag); `DependsOn` reads the same. */
function callOf(node: ASTNode): Call {
  if (node.type === 'property') return { name: node.keyNode.value, argument: node.valueNode };
  const short = tagged(node);
  if (!short) return {};
  const name = short.tag.slice(1);
  return { name: name === 'Ref' ? name : `Fn::${name}`, argument: short.argument };
}

function stringsIn(node: ASTNode | undefined): readonly StringASTNode[] {
  const nodes = node?.type === 'array' ? node.items : node ? [node] : [];
  return nodes.filter((item) => item.type === 'string');
}

/** `${Id}` and `${Id.Attribute}`; `${!Text}` stands for itself and `${AWS::Region}` for no resource. */
function substitutions(template: StringASTNode, text: string): readonly Occurrence[] {
  const token = spanOf(template);
  return Array.from(text.slice(token.offset, token.end).matchAll(/\$\{([A-Za-z0-9]+)(?:\.[^{}]*)?\}/g), (match) => {
    const name = match[1] ?? '';
    const offset = token.offset + match.index + 2;
    return { kind: 'resource', name, role: 'use', token, span: { offset, end: offset + name.length } };
  });
}

function occurrence(role: Occurrence['role'], name: string, node: StringASTNode, text: string): Occurrence {
  const token = spanOf(node);
  const { offset } = insideQuotes(text, token);
  return { kind: 'resource', name, role, token, span: { offset, end: offset + name.length } };
}
