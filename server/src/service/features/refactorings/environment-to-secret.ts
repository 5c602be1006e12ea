import { moveToSecrets } from '../../model/move-to-secrets';
import { printEditsIn } from '../print-edits';
import { touches } from './place';
import type { Refactoring } from './refactoring';

/** Most variables offered at once, each by itself: nobody reads a longer menu. */
const maxVariables = 20;

/** An environment variable becomes a secret of the same name; where the secret is kept is left to fill in. */
export const environmentToSecret: Refactoring = {
  id: 'environment-to-secret',
  kind: 'refactor.move',
  offer(snapshot, { task, node }, span) {
    const touched = task.containerDefinitions.items.flatMap((container) =>
      container.environment.items.flatMap((variable) =>
        variable.at.node?.type === 'object' && touches(variable.at.node, span) ? [{ container, variable }] : [],
      ),
    );
    return touched.slice(0, maxVariables).flatMap(({ container, variable }) => {
      const edits = moveToSecrets(task, container, variable);
      if (!edits) return [];
      const title = `Move '${variable.name.literal}' to secrets`;
      return [{ title, changes: () => printEditsIn(snapshot, node.offset, edits) }];
    });
  },
};
