import type { Container } from '../../model/container';
import type { Field } from '../../model/field';
import { parseArn, parseSecret } from '../../model/resource-names';

/** A member of a container that says where a secret or a parameter is kept, with the name and JSON key that are known of it. */
export interface KeptSecret {
  readonly place: Field<string>;
  readonly container: Container;
  /** `secret:NAME` or `parameter:NAME`; undefined when a template fills it in. */
  readonly name: string | undefined;
  readonly jsonKey: string;
}

/** All of a container's: its environment's, its log driver's, and the credentials of its registry. */
export function keptSecrets(container: Container): readonly KeptSecret[] {
  const { secrets, logConfiguration, repositoryCredentials } = container;
  return [
    ...secrets.items.map(({ valueFrom }) => valueFrom),
    ...logConfiguration.secretOptions.items.map(({ valueFrom }) => valueFrom),
    repositoryCredentials.credentialsParameter,
  ].flatMap((place) => {
    if (!place.present) return [];
    const { literal } = place;
    const arn = literal === undefined ? undefined : parseArn(literal);
    const name = literal === undefined ? undefined : nameOf(literal);
    return [{ place, container, name, jsonKey: (arn && parseSecret(arn)?.jsonKey) || '' }];
  });
}

/** The names of secrets and parameters in AWS's words, spelled as `KeptSecret.name`. */
export function secretNamesIn(said: string): ReadonlySet<string> {
  const arns = said.match(/arn:aws[a-z-]*:(?:secretsmanager|ssm):[^\s'"]+/g) ?? [];
  const [, listed = ''] = /invalid (?:ssm )?parameters?: ([^\n]+)/i.exec(said) ?? [];
  const bare = listed.split(/[\s,]+/).map((name) => `parameter:${withoutSlash(clean(name))}`);
  return new Set([...arns.flatMap((arn) => nameOf(clean(arn)) ?? []), ...bare]);
}

/** The JSON key that AWS misses. */
export function missedKey(said: string): string | undefined {
  return /did not contain json key ([\w./+=@-]{1,128})/i.exec(said)?.[1];
}

function nameOf(reference: string): string | undefined {
  const arn = parseArn(reference);
  if (!arn) return reference.startsWith('arn:') ? undefined : `parameter:${withoutSlash(reference)}`;
  const secret = parseSecret(arn);
  if (secret) return `secret:${secret.name}`;
  const [, parameter] = /^parameter\/(.+)$/.exec(arn.resource) ?? [];
  return parameter === undefined ? undefined : `parameter:${parameter}`;
}

function withoutSlash(name: string): string {
  return name.replace(/^\//, '');
}

/** A sentence may end behind a name. */
function clean(name: string): string {
  return name.replace(/[.,:;)\]]+$/, '');
}
