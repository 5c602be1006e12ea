import { executionRoleArn, secretArn } from '../data/placeholder-arns';
import type { Edit } from '../syntax/edit';
import type { Container } from './container';
import { keyTokenOf } from './field';
import { isKnown } from './known';
import type { TaskDefinition } from './task-definition';

type Variable = Container['environment']['items'][number];

/**
 * Makes a secret of the same name of an environment variable, with the execution role that reads it; where the secret is kept is left
 * to fill in unless `valueFrom` says it. Undefined where the name or the secrets are not known, or have one of the name.
 */
export function moveToSecrets(
  { at: root, executionRoleArn: role }: TaskDefinition,
  { at, environment, secrets }: Container,
  variable: Variable,
  valueFrom: string = secretArn('<secret-name>'),
): readonly Edit[] | undefined {
  const name = variable.name.literal;
  if (!name || !isKnown(secrets) || secrets.items.some((secret) => secret.name.literal === name)) return undefined;
  const secret = { name, valueFrom };
  const addRole: readonly Edit[] = role.present
    ? []
    : [{ kind: 'member', object: root.anchor, key: 'executionRoleArn', value: executionRoleArn }];
  const key = keyTokenOf(environment);
  const alone = environment.items.length === 1;
  if (secrets.present) {
    return [
      { kind: 'remove', node: alone ? environment.anchor : variable.at.anchor },
      { kind: 'append', array: secrets.anchor, value: secret },
      ...addRole,
    ];
  }
  if (alone && key) {
    return [
      { kind: 'rename', key, name: 'secrets' },
      { kind: 'replace', node: environment.anchor, value: [secret] },
      ...addRole,
    ];
  }
  return [
    { kind: 'remove', node: variable.at.anchor },
    { kind: 'member', object: at.anchor, key: 'secrets', value: [secret] },
    ...addRole,
  ];
}
