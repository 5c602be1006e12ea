import { readOnlyProperties } from '../../data/read-only-properties';
import type { Definition } from '../../snapshot';
import type { Edit } from '../../syntax/edit';
import { printEditsIn } from '../print-edits';
import { atOwnLevel } from './place';
import type { Refactoring } from './refactoring';
import { unwrap } from './wrapping';

/** What describe-task-definition printed becomes what register-task-definition takes. */
export const registrable: Refactoring = {
  id: 'registrable',
  kind: 'refactor.rewrite',
  offer(snapshot, definition, span) {
    const { node, shape } = definition;
    if ((shape !== 'plain' && shape !== 'wrapped') || !atOwnLevel(definition, span)) return [];
    const edits = withoutReadOnly(definition);
    if (edits.length === 0) return [];
    const changes = () =>
      shape === 'wrapped' ? unwrap(snapshot, definition, edits) : printEditsIn(snapshot, node.offset, edits);
    return [{ title: 'Make it registrable: remove what only ECS writes', changes }];
  },
};

/** Removes the members that no request takes. */
export function withoutReadOnly({ node }: Definition): readonly Edit[] {
  if (node.type !== 'object') return [];
  return node.properties.flatMap(({ keyNode, valueNode }): readonly Edit[] =>
    readOnlyProperties.has(keyNode.value) && valueNode ? [{ kind: 'remove', node: valueNode }] : [],
  );
}
