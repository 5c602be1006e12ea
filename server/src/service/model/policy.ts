import { type ASTNode, memberOf } from '../syntax/ast';
import type { Place } from './field';
import { textAt } from './resources';

/**
 * A statement of a policy document that allows something.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
export interface Allowance {
  /** As they are written, with their wildcards. */
  readonly actions: readonly string[];
  /** The services that it is for, in a trust policy; `*` for everybody. */
  readonly services: readonly string[];
}

/** What a policy document of a template allows; undefined where a part of it is still to be filled in. */
export function allowancesOf({ node }: Place): readonly Allowance[] | undefined {
  const stated = memberOf(node, 'Statement')?.valueNode;
  const statements = stated?.type === 'array' ? stated.items : stated ? [stated] : undefined;
  const read = statements?.map(allowanceOf);
  return read?.includes(undefined) ? undefined : read?.flatMap((it) => it ?? []);
}

/** True where an action is among those that are allowed. */
export function allows(allowances: readonly Allowance[], action: string): boolean {
  return allowances.some(({ actions }) => actions.some((pattern) => matches(pattern, action)));
}

/** An empty list for a statement that denies. */
function allowanceOf(statement: ASTNode): readonly Allowance[] | undefined {
  const member = (name: string) => memberOf(statement, name)?.valueNode;
  const effect = member('Effect');
  const [says] = textsAt(effect) ?? [];
  if (says === 'Deny') return [];
  const actions = textsAt(member('Action'));
  const services = servicesAt(member('Principal'));
  return says === 'Allow' && actions && services ? [{ actions, services }] : undefined;
}

function servicesAt(principal: ASTNode | undefined): readonly string[] | undefined {
  if (!principal) return [];
  if (principal.type !== 'object') return textsAt(principal);
  const service = memberOf(principal, 'Service')?.valueNode;
  if (service) return textsAt(service);
  const names = principal.properties.map(({ keyNode }) => keyNode.value);
  return names.every((name) => ['AWS', 'Federated', 'CanonicalUser'].includes(name)) ? [] : undefined;
}

/** One text or a list of them. */
function textsAt(node: ASTNode | undefined): readonly string[] | undefined {
  const texts = (node?.type === 'array' ? node.items : [node]).map(textAt);
  return texts.includes(undefined) ? undefined : texts.flatMap((text) => text ?? []);
}

/** `*` stands for any characters, as in `logs:Put*`; case does not count. */
function matches(pattern: string, action: string): boolean {
  const parts = pattern.toLowerCase().split('*');
  const text = action.toLowerCase();
  const [first = '', ...others] = parts;
  if (others.length === 0) return text === first;
  const last = others.pop() ?? '';
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= text.length - last.length;
}
