import { roleIn } from '../../../../server/src/service/model/roles';
import type { Json } from '../change';
import type { Asking, Question, Verdict } from './check';
import { trustOf } from './trust';
import { textAt, type Written } from './written';

/** Whether the roles of a definition are there, and ECS may take them on. */
export function roleQuestions(definition: Written<Json>, asking: Asking): readonly Question[] {
  return roles.flatMap(({ member, id, trust, words }) => {
    const role = textAt(definition, member);
    if (!role) return [];
    const about = words(asking, role.value);
    return [{ id, path: role.path, about, written: role.value, ask: () => verdicts(role.value, about, trust, asking) }];
  });
}

const roles = [
  {
    member: 'executionRoleArn',
    id: 'execution-role',
    trust: 'execution-role-trust',
    words: ({ t }: Asking, role: string) => t('Execution role {0}', role),
  },
  {
    member: 'taskRoleArn',
    id: 'task-role',
    trust: 'task-role-trust',
    words: ({ t }: Asking, role: string) => t('Task role {0}', role),
  },
] as const;

async function verdicts(
  written: string,
  about: string,
  trust: 'execution-role-trust' | 'task-role-trust',
  { gateway, account, once, signal, t }: Asking,
): Promise<readonly Verdict[]> {
  const role = roleIn({ literal: written });
  if (!role) return [{ state: 'skipped', sentence: t('{0} was not checked: the text names no role.', about) }];
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
  if (role.account !== undefined && role.account !== account) {
    const sentence = t('{0} is of another account than {1}: ECS takes roles of its own account only.', about, account);
    return [{ state: 'failed', sentence, fix: t('Name a role of this account, or choose another profile.') }];
  }
  const policy = await once(`role ${role.name}`, () => gateway.rolePolicy(role.name, signal));
  if (policy === undefined) {
    const sentence = t('{0} does not exist in account {1}.', about, account);
    return [{ state: 'failed', sentence, fix: t('Create the role, or correct the name.') }];
  }
  return [
    { state: 'ok', sentence: t('{0} exists.', about) },
    { id: trust, ...trustVerdict(policy, about, t) },
  ];
}

function trustVerdict(policy: string, about: string, t: Asking['t']): Verdict {
  switch (trustOf(policy)) {
    case 'allowed':
      return { state: 'ok', sentence: t('{0} trusts ecs-tasks.amazonaws.com.', about) };
    case 'conditional':
      return {
        state: 'skipped',
        sentence: t(
          '{0} may trust ecs-tasks.amazonaws.com: its trust policy has conditions that are not worked out here.',
          about,
        ),
      };
    case 'refused':
      return {
        state: 'failed',
        sentence: t('{0} does not trust ecs-tasks.amazonaws.com: ECS cannot take it on for tasks.', about),
        fix: t('Allow sts:AssumeRole for the service ecs-tasks.amazonaws.com in the trust policy of the role.'),
      };
  }
}
