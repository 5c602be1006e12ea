import { isRegionOption } from '../data/regions';
import type { Skeleton } from '../data/skeletons';
import {
  parameterPlaces,
  serviceReferences,
  type TemplateReference,
  templateReferences,
} from '../data/template-references';
import { type ASTNode, memberOf } from '../syntax/ast';
import type { AnySite, Proposal } from './complete-site';
import type { Call } from './print-completion';
import { settled } from './snippets/sketch';

/** What a value of a CloudFormation template is made of: its resources that fit, and what a stack knows by itself. */
export function references(site: AnySite): readonly Proposal[] {
  if (!takesCall(site)) return [];
  const resources = sectionOf(site, 'Resources').toSorted((a, b) => unlikely(site, a.id) - unlikely(site, b.id));
  const fitting = referencesAt(site).flatMap((reference) =>
    resources
      .filter(({ type }) => type === reference.type)
      .map(({ id, type }) => called(site, callOf(reference, id), `${type} of this template`)),
  );
  const region =
    isRegionOption(String(site.path.at(-1))) &&
    called(site, { name: 'Ref', argument: 'AWS::Region' }, 'region of the stack');
  const substituted = skeletonsOf(site).flatMap(({ text, detail }) => {
    const argument = inStack(text);
    return argument === text ? [] : [called(site, { name: 'Fn::Sub', argument }, detail)];
  });
  return [...fitting, ...(region ? [region] : []), ...substituted];
}

/** The parameters of a template, where values often come from them. */
export function parameters(site: AnySite): readonly Proposal[] {
  const usual = referencesAt(site).length > 0 || parameterPlaces.includes(site.shape);
  if (!takesCall(site) || !usual) return [];
  return sectionOf(site, 'Parameters')
    .filter(({ type }) => !/List\b/.test(type))
    .map(({ id, type }) => called(site, { name: 'Ref', argument: id }, `parameter · ${type}`));
}

/** What the texts at a site look like, in whatever document. */
export function skeletonsOf({ tables: { skeletons }, shape }: AnySite): readonly Skeleton[] {
  return Object.hasOwn(skeletons, shape) ? (skeletons[shape] ?? []) : [];
}

/** True for a skeleton that a template would rather write as a substitution, unless its author has begun with the text itself. */
export function isSubstituted(site: AnySite, text: string): boolean {
  return takesCall(site) && !/[^"'\s]/.test(site.typed) && inStack(text) !== text;
}

/** A scalar in a template. */
function takesCall({ holder, lookup, path }: AnySite): boolean {
  const type = lookup(path)?.type;
  return holder.shape === 'cloudformation' && (type === 'string' || type === 'integer');
}

function referencesAt({ holder, shape }: AnySite): readonly TemplateReference[] {
  const table = holder.schema === 'task-definition' ? templateReferences : serviceReferences;
  return Object.hasOwn(table, shape) ? (table[shape] ?? []) : [];
}

/** Of roles, those that are named after the other kind come last. */
function unlikely({ shape }: AnySite, id: string): number {
  const executes = /exec/i.test(id);
  return Number((shape === 'executionRoleArn' && !executes) || (shape === 'taskRoleArn' && executes));
}

function callOf({ attribute, text }: TemplateReference, id: string): Call {
  if (text !== undefined) return { name: 'Fn::Sub', argument: text.replaceAll('${Id', () => `\${${id}`) };
  return attribute === undefined
    ? { name: 'Ref', argument: id }
    : { name: 'Fn::GetAtt', argument: `${id}.${attribute}` };
}

/** A skeleton with the pseudo parameters of the stack in place of partition, region, account and the domain of AWS. */
function inStack(text: string): string {
  return text
    .replaceAll('arn:aws:', () => 'arn:${AWS::Partition}:')
    .replaceAll(/\$\{\d:111122223333\}/g, () => '${AWS::AccountId}')
    .replaceAll(/\$\{\d:us-east-1\}/g, () => '${AWS::Region}')
    .replaceAll('.amazonaws.com/', () => '.${AWS::URLSuffix}/');
}

function called(site: AnySite, call: Call, detail: string): Proposal {
  const { label, insert } = site.print.call(call);
  return {
    label: settled(label),
    kind: 'name',
    detail,
    insert,
    filter: settled(label),
    rank: 'usual',
    path: site.path,
  };
}

interface Named {
  readonly id: string;
  readonly type: string;
}

/** What a section of the template around declares. */
function sectionOf({ holder }: AnySite, section: 'Resources' | 'Parameters'): readonly Named[] {
  const resources = holder.node.parent?.parent?.parent?.parent;
  const declared = section === 'Resources' ? resources : memberOf(resources?.parent?.parent, section)?.valueNode;
  return declared?.type === 'object'
    ? declared.properties.flatMap(({ keyNode, valueNode }) => named(keyNode.value, valueNode))
    : [];
}

function named(id: string, node: ASTNode | undefined): readonly Named[] {
  const type = memberOf(node, 'Type')?.valueNode;
  return type?.type === 'string' && /^[A-Za-z0-9]+$/.test(id) ? [{ id, type: type.value }] : [];
}
