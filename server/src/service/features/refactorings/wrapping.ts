import type { Definition, Snapshot } from '../../snapshot';
import { dataOf, memberOf } from '../../syntax/ast';
import type { Edit, Json, TextChange } from '../../syntax/edit';
import { printEditsIn } from '../print-edits';
import { nest, nests, unnest } from './nesting';
import { atOwnLevel, rootOf } from './place';
import type { Refactoring } from './refactoring';

/** Puts a definition below `taskDefinition`, where describe-task-definition has it, or takes it out. */
export const wrapping: Refactoring = {
  id: 'wrapping',
  kind: 'refactor.rewrite',
  offer(snapshot, definition, span) {
    if (!atOwnLevel(definition, span)) return [];
    switch (definition.shape) {
      case 'plain':
        return [
          {
            title: 'Wrap in taskDefinition',
            changes: () => nest(snapshot, definition.node, [{ key: 'taskDefinition' }]),
            sure: nests(snapshot, definition.node),
          },
        ];
      case 'wrapped':
        return [{ title: 'Unwrap taskDefinition', changes: () => unwrap(snapshot, definition) }];
      default:
        return [];
    }
  },
};

/** The definition alone, after some edits; tags that stand beside it, as they do in a description, become its own. */
export function unwrap(
  snapshot: Snapshot,
  definition: Definition,
  edits: readonly Edit[] = [],
): readonly TextChange[] | undefined {
  const { node } = definition;
  const root = rootOf(definition);
  const others = root.type === 'object' ? root.properties.filter(({ valueNode }) => valueNode !== node) : [];
  const [tags, ...more] = others;
  if (more.length > 0 || (tags && tags.keyNode.value !== 'tags')) return undefined;
  const value = dataOf(tags?.valueNode);
  const isList = Array.isArray(value);
  if (tags && !isList) return undefined;
  const moves = isList && value.length > 0;
  if (moves && memberOf(node, 'tags')) return undefined;
  const move: readonly Edit[] = moves ? [{ kind: 'member', object: node, key: 'tags', value: value as Json }] : [];
  const changes = printEditsIn(snapshot, node.offset, [...edits, ...move]);
  return changes && unnest(snapshot, root, node, changes);
}
