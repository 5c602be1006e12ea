import { expect, test } from 'vitest';
import { trustOf } from '../../client/src/live/verify/trust';
import { tasksMayAssume } from '../support/fake-ecs/belongings';

const allow = { Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' };
const { Action: _, ...anyAction } = allow;
const condition = { StringEquals: { 'aws:SourceAccount': '111122223333' } };
const deny = { ...allow, Effect: 'Deny' };

test.each([
  ['what the console writes', tasksMayAssume, 'allowed'],
  ['one statement that is no list', { Statement: allow }, 'allowed'],
  [
    'several services',
    { Statement: [{ ...allow, Principal: { Service: ['a', 'ecs-tasks.amazonaws.com'] } }] },
    'allowed',
  ],
  ['all of STS', { Statement: [{ ...allow, Action: ['sts:TagSession', 'STS:*'] }] }, 'allowed'],
  ['a condition', { Statement: [{ ...allow, Condition: condition }] }, 'conditional'],
  ['two ways, one of them without a condition', { Statement: [{ ...allow, Condition: condition }, allow] }, 'allowed'],
  ['everybody', { Statement: [{ ...allow, Principal: '*' }] }, 'conditional'],
  ['an exception', { Statement: [{ ...anyAction, NotAction: 'sts:TagSession' }] }, 'conditional'],
  ['a wildcard within a name', { Statement: [{ ...allow, Action: 'sts:Assume*' }] }, 'conditional'],
  ['another service', { Statement: [{ ...allow, Principal: { Service: 'ecs.amazonaws.com' } }] }, 'refused'],
  ['another action', { Statement: [{ ...allow, Action: 'sts:TagSession' }] }, 'refused'],
  ['allowed and denied', { Statement: [allow, deny] }, 'refused'],
  ['denied on a condition', { Statement: [allow, { ...deny, Condition: condition }] }, 'conditional'],
  ['no statement', {}, 'refused'],
  ['no policy', 'x', 'conditional'],
])('%s', (_name, policy, trust) => {
  expect(trustOf(typeof policy === 'string' ? policy : JSON.stringify(policy))).toBe(trust);
});
