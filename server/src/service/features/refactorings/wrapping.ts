import { unwrapping } from '../../model/wrapped';
import type { Definition, Snapshot } from '../../snapshot';
import type { Edit, TextChange } from '../../syntax/edit';
import { nest, nests } from '../../syntax/nesting';
import { printEditsIn } from '../print-edits';
import { atOwnLevel, sourceOf } from './place';
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
            changes: () => nest(sourceOf(snapshot), definition.node, [{ key: 'taskDefinition' }]),
            sure: nests(sourceOf(snapshot), definition.node),
          },
        ];
      case 'wrapped':
        return [{ title: 'Unwrap taskDefinition', changes: () => unwrap(snapshot, definition) }];
      default:
        return [];
    }
  },
};

/** The definition alone, after some edits. */
export function unwrap(
  snapshot: Snapshot,
  { node, task }: Definition,
  edits: readonly Edit[] = [],
): readonly TextChange[] | undefined {
  const steps = unwrapping(task);
  return steps && printEditsIn(snapshot, node.offset, [...edits, ...steps]);
}
