import { type ASTNode, memberOf, type ObjectASTNode } from '../syntax/ast';
import { intrinsicAt } from '../syntax/placeholder';
import { tagged } from '../syntax/yaml-node';
import type { Field, Place } from './field';

/** A resource of a CloudFormation template, in the template's own spelling. */
export interface Resource {
  readonly id: string;
  readonly type: string;
  /** Its `Properties`; anchored at the resource itself where it has none. */
  readonly properties: Place;
}

/**
 * The resources of a CloudFormation template.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html
 */
export interface Template {
  readonly resources: readonly Resource[];
  ofType(type: string): readonly Resource[];
  /** The resource that `Ref` or `Fn::GetAtt` at a place leads to. */
  referred(place: Place): Resource | undefined;
}

/** Reads the resources of a template; undefined where a document is none. */
export function templateOf(root: ASTNode | undefined): Template | undefined {
  const section = memberOf(root, 'Resources')?.valueNode;
  if (section?.type !== 'object') return undefined;
  const resources = resourcesIn(section);
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  return {
    resources,
    ofType: (type) => resources.filter((resource) => resource.type === type),
    referred: ({ node }) => {
      const id = node && referredId(node);
      return id === undefined ? undefined : byId.get(id);
    },
  };
}

/** A member of a resource, at any depth, as the template spells it. */
export function propertyAt(from: Place, ...path: readonly string[]): Place {
  let place = from;
  for (const name of path) {
    const node = memberOf(place.node, name)?.valueNode;
    place = { node, anchor: node ?? place.anchor, name };
  }
  return place;
}

/** A text that stands in a template as it is. */
export function literalAt({ node }: Place): string | undefined {
  return node?.type === 'string' && !tagged(node) ? node.value : undefined;
}

/** True where a function of CloudFormation makes the value. */
export function isFunction({ node }: Place): boolean {
  const [only] = node?.type === 'object' && node.properties.length === 1 ? node.properties : [];
  return tagged(node) !== undefined || (only !== undefined && /^(?:Ref$|Fn::)/.test(only.keyNode.value));
}

/** A text of a template as it is written; with `${…}` in it where `Fn::Sub` fills something in, and undefined for other functions. */
export function textAt(node: ASTNode | undefined): string | undefined {
  if (!node) return undefined;
  const short = tagged(node);
  const call = intrinsicAt(node) ?? node;
  const [only] = call.type === 'object' && call.properties.length === 1 ? call.properties : [];
  const isSub = short ? short.tag === '!Sub' : only?.keyNode.value === 'Fn::Sub';
  const argument = isSub ? (short ? short.argument : only?.valueNode) : short ? undefined : node;
  const text = argument?.type === 'array' ? argument.items[0] : argument;
  return text?.type === 'string' && !tagged(text) && !intrinsicAt(text) ? text.value : undefined;
}

/** True for a member that surely has a value: one that stands there, or a resource, which unlike a parameter is never empty. */
export function isGiven(field: Field<string>, template: Template | undefined): boolean {
  return Boolean(field.literal) || template?.referred(field) !== undefined;
}

function resourcesIn(section: ObjectASTNode): readonly Resource[] {
  return section.properties.flatMap(({ keyNode, valueNode }) => {
    const type = memberOf(valueNode, 'Type')?.valueNode;
    if (!valueNode || type?.type !== 'string') return [];
    const node = memberOf(valueNode, 'Properties')?.valueNode;
    return [
      { id: keyNode.value, type: type.value, properties: { node, anchor: node ?? valueNode, name: 'Properties' } },
    ];
  });
}

/** The logical ID that a function refers to, in its long form or as a tag, in the document or in a view of it. */
function referredId(node: ASTNode): string | undefined {
  const short = tagged(node);
  const call = intrinsicAt(node) ?? node;
  const property = call.type === 'object' && call.properties.length === 1 ? call.properties[0] : undefined;
  const name = short ? short.tag.slice(1) : property?.keyNode.value;
  const argument = short ? short.argument : property?.valueNode;
  if (name !== 'Ref' && name !== 'GetAtt' && name !== 'Fn::GetAtt') return undefined;
  const first = argument?.type === 'array' ? argument.items[0] : argument;
  return first?.type === 'string' ? first.value.split('.', 1)[0] : undefined;
}
