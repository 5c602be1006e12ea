import { executionRoleArn, secretArn } from '../data/placeholder-arns';
import type { Edit } from '../syntax/edit';
import type { Container } from './container';
import { isKnown } from './known';
import type { TaskDefinition } from './task-definition';

/**
 * Gives a log driver an option from a secret, with the execution role that reads it; where the secret is kept is left to fill in unless
 * it is told. Undefined where the secret options are not known, or have one of the name.
 */
export function addSecretOption(
  { at: root, executionRoleArn: role }: TaskDefinition,
  { at, secretOptions }: Container['logConfiguration'],
  name: string,
  valueFrom = secretArn('<secret-name>'),
): readonly Edit[] | undefined {
  if (!isKnown(secretOptions) || secretOptions.items.some((secret) => secret.name.literal === name)) return undefined;
  const secret = { name, valueFrom };
  return [
    secretOptions.present
      ? { kind: 'append', array: secretOptions.anchor, value: secret }
      : { kind: 'member', object: at.anchor, key: 'secretOptions', value: [secret] },
    ...(role.present
      ? []
      : [{ kind: 'member' as const, object: root.anchor, key: 'executionRoleArn', value: executionRoleArn }]),
  ];
}
