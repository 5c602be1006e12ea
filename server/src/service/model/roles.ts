import type { Field } from './field';
import { parseArn } from './resource-names';

/** True where no role is set; one that is still to come is set. The skeletons of the AWS CLI leave an empty text. */
export function lacksRole(role: Field<string>): boolean {
  return !role.present || role.literal === '';
}

/** The ARN of a role, or its name alone. */
export interface RoleReference {
  /** Without its path. */
  readonly name: string;
  /** Undefined where the name alone is written. */
  readonly account: string | undefined;
}

/**
 * The role that a member names; undefined where that is unknown or where it names none.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
 */
export function roleIn({ literal = '' }: Pick<Field<string>, 'literal'>): RoleReference | undefined {
  if (/^[\w+=,.@-]{1,64}$/.test(literal)) return { name: literal, account: undefined };
  const { service, region, account, resource = '' } = parseArn(literal) ?? {};
  const [, name] = /^role\/(?:[!-.0-~]+\/)*([\w+=,.@-]+)$/.exec(resource) ?? [];
  return service === 'iam' && region === '' && account && name ? { name, account } : undefined;
}

/** What the ARNs of IAM and STS name, by how their resource begins; a role that a service is linked to serves nothing else. */
const otherKinds: readonly (readonly [RegExp, string])[] = [
  [/^user\//, 'a user'],
  [/^group\//, 'a group'],
  [/^policy\//, 'a policy'],
  [/^instance-profile\//, 'an instance profile'],
  [/^assumed-role\//, 'a session of a role'],
  [/^federated-user\//, 'a session of a user'],
  [/^root$/, 'an account'],
  [/^role\/aws-service-role\//, 'a role that only its own AWS service can take on'],
];

/**
 * What an ARN of IAM or STS names that is no role for a task; undefined for roles and for all other texts.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
 */
export function otherThanRole(text: string): string | undefined {
  const { service, resource = '' } = parseArn(text) ?? {};
  if (service !== 'iam' && service !== 'sts') return undefined;
  return otherKinds.find(([form]) => form.test(resource))?.[1];
}
