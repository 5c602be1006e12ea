import { secretArn } from '../../data/placeholder-arns';
import type { Container } from '../../model/container';
import { isKnown } from '../../model/known';
import type { ASTNode } from '../../syntax/ast';
import type { Edit } from '../../syntax/edit';
import { printEditsIn } from '../print-edits';
import { touches } from './place';
import type { Refactoring } from './refactoring';

/** An environment variable becomes a secret of the same name; where the secret is kept is left to fill in. */
export const environmentToSecret: Refactoring = {
  id: 'environment-to-secret',
  kind: 'refactor.move',
  offer(snapshot, { task, node }, span) {
    return task.containerDefinitions.items.flatMap((container) =>
      container.environment.items.flatMap(({ at, name }) => {
        if (at.node?.type !== 'object' || !name.literal || !touches(at.node, span)) return [];
        const edits = move(container, at.node, name.literal);
        return edits
          ? [{ title: `Move '${name.literal}' to secrets`, changes: printEditsIn(snapshot, node.offset, edits) }]
          : [];
      }),
    );
  },
};

function move({ at, environment, secrets }: Container, variable: ASTNode, name: string): readonly Edit[] | undefined {
  if (!isKnown(secrets) || secrets.items.some((secret) => secret.name.literal === name)) return undefined;
  const secret = { name, valueFrom: secretArn('<secret-name>') };
  const alone = environment.items.length === 1;
  const list = environment.anchor;
  if (secrets.node) {
    return [
      { kind: 'remove', node: alone ? list : variable },
      { kind: 'append', array: secrets.node, value: secret },
    ];
  }
  if (alone && list.parent?.type === 'property') {
    return [
      { kind: 'rename', key: list.parent.keyNode, name: 'secrets' },
      { kind: 'replace', node: list, value: [secret] },
    ];
  }
  return [
    { kind: 'remove', node: variable },
    { kind: 'member', object: at.anchor, key: 'secrets', value: [secret] },
  ];
}
