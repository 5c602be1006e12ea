import { apiMember } from '../data/cloudformation-names';
import type { ArrayASTNode, ASTNode, ObjectASTNode, PropertyASTNode, StringASTNode } from '../syntax/ast';
import { type IntrinsicNode, intrinsic } from '../syntax/placeholder';
import { type DocumentedSchema, type Lookup, membersOf } from './lookup';

/*
 * Views: trees at the offsets of the document's own, in the shape of RegisterTaskDefinition input, so that rules and features know
 * one shape and one spelling. A key that is written otherwise keeps what is written beside what it means.
 */

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Path = readonly (string | number)[];

/**
 * The properties of an `AWS::ECS::TaskDefinition` as the API spells them. Intrinsic functions become placeholders; scalars that
 * CloudFormation converts without loss (`Cpu: 256`) have the type that the API wants.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskdefinition.html
 */
export function cloudFormationView(node: ASTNode, lookup: Lookup): ASTNode {
  return respell(node, node.parent, [], lookup);
}

/** A bare list of containers as a definition of which nothing else is known. */
export function containersView(array: ArrayASTNode, lookup: Lookup): ASTNode {
  const root: Mutable<ObjectASTNode> = {
    type: 'object',
    offset: array.offset,
    length: array.length,
    properties: [],
    children: [],
  };
  const known = member('containerDefinitions', null, array.offset, 0, root);
  complete(known, { ...array, items: array.items, children: array.items, parent: known });
  const properties = [...unknownMembers(membersOf(lookup([])), [known], array.offset, root), known];
  return Object.assign(root, { properties, children: properties });
}

/** Overrides of containers that stand alone as a run of which nothing else is known. */
export function overridesView(overrides: ObjectASTNode, lookup: Lookup): ASTNode {
  const { offset, length } = overrides;
  const root: Mutable<ObjectASTNode> = { type: 'object', offset, length, properties: [], children: [] };
  const known = complete(member('overrides', null, offset, 0, root), overrides);
  const properties = [...unknownMembers(membersOf(lookup([])), [known], offset, root), known];
  return Object.assign(root, { properties, children: properties });
}

/** The members that an object may have beside those it has, all unknown. */
function unknownMembers(
  members: readonly string[],
  present: readonly PropertyASTNode[],
  offset: number,
  parent: ASTNode,
): readonly PropertyASTNode[] {
  const taken = new Set(['$schema', ...present.map(({ keyNode }) => keyNode.value)]);
  return members
    .filter((name) => !taken.has(name))
    .map((name) => {
      const property = member(name, null, offset, 0, parent);
      return complete(property, { ...unknownAt(offset), parent: property });
    });
}

function respell(node: ASTNode, parent: ASTNode | undefined, path: Path, lookup: Lookup): ASTNode {
  const schema = lookup(path);
  switch (node.type) {
    case 'object':
      return isIntrinsic(node) ? placeholder(node, parent) : respellObject(node, parent, path, schema, lookup);
    case 'array': {
      const array: Mutable<ArrayASTNode> = {
        type: 'array',
        offset: node.offset,
        length: node.length,
        items: [],
        children: [],
      };
      if (parent) array.parent = parent;
      const items = node.items.map((item, index) => respell(item, array, [...path, index], lookup));
      return Object.assign(array, { items, children: items });
    }
    default:
      return converted(node, parent, schema);
  }
}

function respellObject(
  node: ObjectASTNode,
  parent: ASTNode | undefined,
  path: Path,
  schema: DocumentedSchema | undefined,
  lookup: Lookup,
): ASTNode {
  const object: Mutable<ObjectASTNode> = {
    type: 'object',
    offset: node.offset,
    length: node.length,
    properties: [],
    children: [],
  };
  if (parent) object.parent = parent;
  const known = membersOf(schema);
  const around = path.findLast((step) => typeof step === 'string');
  // `Fn::Transform` and `Fn::ForEach::…` beside other members add members of their own.
  const stated = node.properties.filter(({ keyNode }) => !/^Fn::(?:Transform$|ForEach::)/.test(keyNode.value));
  const properties = stated.map(({ keyNode, valueNode, colonOffset, offset, length }): PropertyASTNode => {
    const name = apiMember(keyNode.value, around, known) ?? keyNode.value;
    const property = member(name, keyNode.value, keyNode.offset, keyNode.length, object);
    Object.assign(property, { offset, length, colonOffset });
    return valueNode ? complete(property, respell(valueNode, property, [...path, name], lookup)) : property;
  });
  if (stated.length < node.properties.length)
    properties.push(...unknownMembers(known, properties, node.offset + node.length, object));
  return Object.assign(object, { properties, children: properties });
}

/** `Ref` or `Fn::…` as the only member. */
function isIntrinsic({ properties }: ObjectASTNode): boolean {
  const name = properties[0]?.keyNode.value;
  return properties.length === 1 && name !== undefined && (name === 'Ref' || name.startsWith('Fn::'));
}

function placeholder(call: ASTNode, parent: ASTNode | undefined): IntrinsicNode {
  const { offset, length } = call;
  return { type: 'string', value: intrinsic, offset, length, call, ...(parent && { parent }) };
}

function unknownAt(offset: number): StringASTNode {
  return { type: 'string', value: '<Unknown>', offset, length: 0 };
}

/** Loss-free conversion of a scalar to the type the schema wants. */
function converted(node: ASTNode, parent: ASTNode | undefined, schema: DocumentedSchema | undefined): ASTNode {
  const at = { offset: node.offset, length: node.length, ...(parent && { parent }) };
  const wants = schema?.type;
  if (wants === 'string' && (node.type === 'number' || node.type === 'boolean')) {
    return { ...at, type: 'string', value: String(node.value) };
  }
  if (wants === 'integer' && node.type === 'string' && /^-?\d{1,15}$/.test(node.value)) {
    return { ...at, type: 'number', value: Number(node.value), isInteger: true };
  }
  if (wants === 'boolean' && node.type === 'string' && /^(?:true|false)$/i.test(node.value)) {
    return { ...at, type: 'boolean', value: node.value.toLowerCase() === 'true' };
  }
  return { ...node, ...at };
}

function member(
  name: string,
  written: string | null,
  offset: number,
  length: number,
  parent: ASTNode,
): Mutable<PropertyASTNode> {
  const keyNode: StringASTNode & { readonly written: string | null } = {
    type: 'string',
    value: name,
    written,
    offset,
    length,
  };
  const property: Mutable<PropertyASTNode> = { type: 'property', offset, length, keyNode, children: [keyNode], parent };
  Object.assign(keyNode, { parent: property });
  return property;
}

function complete(property: Mutable<PropertyASTNode>, valueNode: ASTNode): PropertyASTNode {
  return Object.assign(property, { valueNode, children: [property.keyNode, valueNode] });
}
