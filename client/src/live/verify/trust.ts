import type { Json } from '../change';
import { isRecord } from '../targets/members';

/** Whether ECS may take a role on for tasks. `conditional`: where conditions hold, which are not known here. */
export type Trust = 'allowed' | 'conditional' | 'refused';

/**
 * What a trust policy says of ECS tasks. Only what is sure counts as allowed or refused: conditions, exceptions and wildcards in
 * names are not worked out.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function trustOf(policy: string): Trust {
  const statements = statementsIn(policy);
  if (!statements) return 'conditional';
  const denials = certainties(statements, 'Deny');
  if (denials.includes('yes')) return 'refused';
  const permits = certainties(statements, 'Allow');
  if (permits.includes('yes') && !denials.includes('maybe')) return 'allowed';
  return permits.some((it) => it !== 'no') ? 'conditional' : 'refused';
}

type Certainty = 'yes' | 'maybe' | 'no';

function certainties(statements: readonly Json[], effect: string): readonly Certainty[] {
  return statements.filter(({ Effect }) => Effect === effect).map(applies);
}

function applies(statement: Json): Certainty {
  const both = [principalOf(statement), actionOf(statement)];
  if (both.includes('no')) return 'no';
  return both.includes('maybe') || statement.Condition !== undefined ? 'maybe' : 'yes';
}

function principalOf({ Principal, NotPrincipal }: Json): Certainty {
  if (NotPrincipal !== undefined || Principal === '*') return 'maybe';
  if (!isRecord(Principal)) return 'no';
  if (textsOf(Principal.Service).includes('ecs-tasks.amazonaws.com')) return 'yes';
  return Object.values(Principal).flatMap(textsOf).includes('*') ? 'maybe' : 'no';
}

function actionOf({ Action, NotAction }: Json): Certainty {
  if (NotAction !== undefined) return 'maybe';
  const actions = textsOf(Action).map((it) => it.toLowerCase());
  if (actions.some((it) => it === 'sts:assumerole' || it === 'sts:*' || it === '*')) return 'yes';
  return actions.some((it) => /[*?]/.test(it)) ? 'maybe' : 'no';
}

function textsOf(value: unknown): readonly string[] {
  return [value].flat().filter((it) => typeof it === 'string');
}

function statementsIn(policy: string): readonly Json[] | undefined {
  try {
    const document: unknown = JSON.parse(policy);
    return isRecord(document) ? [document.Statement].flat().filter(isRecord) : undefined;
  } catch {
    return undefined;
  }
}
