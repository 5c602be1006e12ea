import { cloudFormationName } from '../../data/cloudformation-names';
import type { Definition, Snapshot } from '../../snapshot';
import { type ASTNode, memberOf, type PropertyASTNode, writtenKey } from '../../syntax/ast';
import { type Edit, printEdits, type TextChange } from '../../syntax/edit';
import { nest, nests, unnest } from '../../syntax/nesting';
import { tagged } from '../../syntax/yaml-node';
import { atOwnLevel, rootOf, sourceOf, writtenNode } from './place';
import type { Refactoring } from './refactoring';
import { withoutReadOnly } from './registrable';

/** A plain definition becomes a CloudFormation template of one resource, or the reverse. */
export const cloudFormation: Refactoring = {
  id: 'cloudformation',
  kind: 'refactor.rewrite',
  offer(snapshot, definition, span) {
    if (!atOwnLevel(definition, span)) return [];
    switch (definition.shape) {
      case 'plain':
        return [
          {
            title: 'Convert to a CloudFormation template',
            changes: () => toTemplate(snapshot, definition),
            sure: isSure(snapshot, definition),
          },
        ];
      case 'cloudformation':
        return [{ title: 'Convert to a plain task definition', changes: () => toPlain(snapshot, definition) }];
      default:
        return [];
    }
  },
};

/** Anchors of YAML may keep a key from being renamed where it stands, and its layout a member from being removed. */
function isSure(snapshot: Snapshot, definition: Definition): boolean {
  const { node } = definition;
  if (snapshot.syntax === 'json') return true;
  const isPlain = !/[&*]|<</.test(snapshot.document.getText()) && !memberOf(node, '$schema');
  return isPlain && nests(sourceOf(snapshot), node) && withoutReadOnly(definition).length === 0;
}

function toTemplate(snapshot: Snapshot, definition: Definition): readonly TextChange[] | undefined {
  const { node } = definition;
  const text = snapshot.tree?.text ?? '';
  const schema = memberOf(node, '$schema')?.valueNode;
  const edits: readonly Edit[] = [
    ...withoutReadOnly(definition),
    ...(schema ? [{ kind: 'remove' as const, node: schema }] : []),
    ...membersWithin(node).map(({ keyNode }) => ({ kind: 'rename' as const, key: keyNode, name: keyNode.value })),
  ];
  const changes = printEdits(text, edits, snapshot.syntax, cloudFormationName);
  return (
    changes &&
    nest(
      sourceOf(snapshot),
      node,
      [
        { before: ['AWSTemplateFormatVersion', '2010-09-09'], key: 'Resources' },
        { key: 'TaskDefinition' },
        { before: ['Type', 'AWS::ECS::TaskDefinition'], key: 'Properties' },
      ],
      changes.filter((change) => text.slice(change.offset, change.offset + change.length) !== change.text),
    )
  );
}

/** What a template may hold beside its definition without a loss for the definition. */
const dispensable: ReadonlySet<string> = new Set([
  'AWSTemplateFormatVersion',
  'Type',
  'DeletionPolicy',
  'UpdateReplacePolicy',
]);

function toPlain(snapshot: Snapshot, definition: Definition): readonly TextChange[] | undefined {
  const written = writtenNode(definition);
  const root = rootOf(definition);
  if (!isAlone(written) || hasIntrinsics(written)) return undefined;
  const names = membersWithin(definition.node).flatMap(({ keyNode }): readonly Edit[] =>
    writtenKey(keyNode)[0] === keyNode.value ? [] : [{ kind: 'rename', key: keyNode, name: keyNode.value }],
  );
  const edits = [...names, ...conversions(definition.node, written)];
  const changes = printEdits(snapshot.tree?.text ?? '', edits, snapshot.syntax);
  return changes && unnest(sourceOf(snapshot), root, written, changes);
}

/** True for what is the only thing of its template that means anything. */
function isAlone(node: ASTNode): boolean {
  for (let at: ASTNode = node; at.parent; at = at.parent) {
    const { parent } = at;
    if (parent.type !== 'object') continue;
    if (parent.properties.some((other) => other !== at && !dispensable.has(other.keyNode.value))) return false;
  }
  return true;
}

function hasIntrinsics(node: ASTNode): boolean {
  if (tagged(node)) return true;
  const [only, ...others] = node.type === 'object' ? node.properties : [];
  if (only && others.length === 0 && /^(?:Ref$|Fn::)/.test(only.keyNode.value)) return true;
  return (node.children ?? []).some(hasIntrinsics);
}

/** Scalars that CloudFormation converts and the API does not. */
function conversions(view: ASTNode, written: ASTNode): readonly Edit[] {
  if ('value' in view && view.type !== written.type && view.value !== undefined)
    return [{ kind: 'replace', node: view, value: view.value }];
  const others = written.children ?? [];
  return (view.children ?? []).flatMap((child, index) => {
    const other = others[index];
    return other ? conversions(child, other) : [];
  });
}

/** Every member once, though YAML's aliases repeat some. */
function membersWithin(node: ASTNode): readonly PropertyASTNode[] {
  const found = new Set<PropertyASTNode>();
  const open: ASTNode[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.type === 'property') {
      if (found.has(next)) continue;
      found.add(next);
    }
    open.push(...(next.children ?? []));
  }
  return [...found];
}
