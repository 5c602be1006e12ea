import { describe, expect, test } from 'vitest';
import { previousRevision, readRevision, revisionChoices } from '../../client/src/live/definitions/revisions';
import { definitionRows, familyId } from '../../client/src/live/definitions/rows';
import { comparedTexts, definitionText } from '../../client/src/live/definitions/text';
import { LiveFailure } from '../../client/src/live/failure';
import type { EcsGateway } from '../../client/src/live/ports';
import type { TreeNode } from '../../client/src/live/tree/node';
import { node, open, outline } from './support/outline';
import { connected, t, web } from './support/stage';

const rows = (gateway: EcsGateway): Promise<readonly TreeNode[]> => definitionRows(async () => gateway, t);
const file = structuredClone(web) as never;

/** The families `api` and `web`, the second with three revisions of which the first is inactive. */
async function registered() {
  const stage = await connected();
  const { ecs } = stage;
  ecs.addTaskDefinition(file);
  ecs.addManyRevisions('web', 2);
  ecs.addTaskDefinition({ family: 'api', containerDefinitions: [{ name: 'api', image: 'api:1', memory: 64 }] });
  ecs.deregister('web:1');
  return stage;
}

describe('the rows', () => {
  test('families by name, revisions newest first, inactive ones by themselves', async () => {
    const { ecs, gateway } = await registered();
    expect(await outline(await rows(gateway))).toMatchInlineSnapshot(`
      "api {family}
        api:1 · newest {revision;active}
          Not in use by a service; 0 services in 0 clusters looked through {looked}
        Inactive · deregistered {inactive}
          No inactive revisions {empty}
      web {family}
        web:3 · newest {revision;active}
          Not in use by a service; 0 services in 0 clusters looked through {looked}
        web:2 {revision;active}
          Not in use by a service; 0 services in 0 clusters looked through {looked}
        Inactive · deregistered {inactive}
          web:1 · inactive {revision;inactive}
            Not in use by a service; 0 services in 0 clusters looked through {looked}"
    `);
    expect(ecs.count('DescribeTaskDefinition')).toBe(0);
  });

  test('nothing is requested before it is opened', async () => {
    const { ecs, gateway } = await registered();
    const asked = () => ecs.requests.map(({ operation }) => operation);
    const families = await rows(gateway);
    expect(asked()).toEqual(['ListTaskDefinitionFamilies']);
    const revisions = await open(families, 'web');
    expect(asked()).toEqual(['ListTaskDefinitionFamilies', 'ListTaskDefinitions']);
    await open(revisions, 'Inactive');
    expect(ecs.count('ListTaskDefinitions')).toBe(2);
  });

  test('a tooltip is fetched once, when it is wanted, and says what the revision holds', async () => {
    const { ecs, gateway } = await registered();
    const inactive = await open(await open(await rows(gateway), 'web'), 'Inactive');
    const { details } = node(inactive, 'web:1');
    const sheet = await details?.();
    await details?.();
    expect(ecs.count('DescribeTaskDefinition')).toBe(1);
    expect(sheet).toContain('**web\\:1**');
    expect(sheet).toContain('- Status: INACTIVE');
    expect(sheet).toContain('- Container web: public\\.ecr\\.aws\\/nginx\\/nginx\\:1\\.29');
  });

  test('a tooltip that cannot be fetched says why, and is fetched again', async () => {
    const { ecs, gateway } = await registered();
    const { details } = node(await open(await rows(gateway), 'web'), 'web:3');
    ecs.fail('DescribeTaskDefinition', { kind: 'denied' });
    expect(await details?.()).toContain('DescribeTaskDefinition');
    ecs.heal();
    expect(await details?.()).toContain('**web\\:3**');
  });

  test('of many revisions a hundred at a time', async () => {
    const { ecs, gateway } = await connected();
    ecs.addManyRevisions('job', 250);
    const first = await open(await rows(gateway), 'job');
    expect(first.map(({ label }) => label)).toEqual([...names(250, 151), 'Older Revisions', 'Inactive']);
    expect(ecs.count('ListTaskDefinitions')).toBe(1);
    const second = await open(first, 'Older Revisions');
    expect(second.map(({ label }) => label)).toEqual([...names(150, 51), 'Older Revisions']);
    const last = await open(second, 'Older Revisions');
    expect(last.map(({ label }) => label)).toEqual(names(50, 1));
    expect(last[0]?.description).toBeUndefined();
    const ids = [...first, ...second, ...last].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('ids stay over a refresh', async () => {
    const { gateway } = await registered();
    const ids = async () => {
      const families = await rows(gateway);
      return [...families, ...(await open(families, 'web'))].map(({ id }) => id);
    };
    expect(await ids()).toEqual(await ids());
    expect(await ids()).toContain(familyId('us-east-1', 'web'));
  });

  test('an account without families has no rows', async () => {
    const { gateway } = await connected();
    expect(await rows(gateway)).toEqual([]);
  });

  test.each([
    ['ListTaskDefinitionFamilies', (gateway: EcsGateway) => rows(gateway)],
    ['ListTaskDefinitions', async (gateway: EcsGateway) => open(await rows(gateway), 'web')],
  ] as const)('a failure of %s is a row with what mends it', async (operation, load) => {
    const { ecs, gateway } = await registered();
    ecs.fail(operation, { kind: 'denied' });
    const [denied] = await load(gateway);
    expect(denied).toMatchObject({ context: 'error;access-denied', command: { id: 'taskdef.connection.pick' } });
    expect(denied?.label).toContain(`ecs:${operation}`);
    ecs.heal();
    ecs.fail(operation, { kind: 'expired' });
    const [expired, remedy] = await load(gateway);
    expect([expired?.command?.id, remedy?.label]).toEqual(['taskdef.definitions.refresh', 'Try Again']);
    ecs.heal();
    expect((await load(gateway))[0]?.context).toMatch(/^family|^revision/);
  });
});

describe('the revision before', () => {
  test('is the next lower number, inactive or not, and gaps are stepped over', async () => {
    const { ecs, gateway } = await registered();
    const of = async (name: string) => previousRevision(await readRevision(name, gateway, t), gateway);
    expect((await of('web:2'))?.revision).toBe(1);
    expect(await of('web:1')).toBeUndefined();
    expect(ecs.count('ListTaskDefinitions')).toBe(0);
    const gap: EcsGateway = {
      ...gateway,
      revision: async (name) => (name.endsWith('web:2') ? undefined : gateway.revision(name)),
      revisions: async (family, status) =>
        (await gateway.revisions(family, status)).filter((arn) => !arn.endsWith('web:2')),
    };
    expect((await previousRevision(await readRevision('web:3', gap, t), gap))?.revision).toBe(1);
  });

  test('what is gone is told', async () => {
    const { gateway } = await registered();
    await expect(readRevision('web:9', gateway, t)).rejects.toThrow(LiveFailure);
  });

  test('all others can be chosen', async () => {
    const { gateway } = await registered();
    const { arn } = await readRevision('web:3', gateway, t);
    const choices = await revisionChoices('web', gateway, t, arn);
    expect(choices.map(({ label, description }) => [label, description])).toEqual([
      ['web:2', undefined],
      ['web:1', 'inactive'],
    ]);
  });
});

describe('comparing', () => {
  test('a file and what ECS made of it are the same', async () => {
    const { gateway } = await registered();
    const { definition } = await readRevision('web:1', gateway, t);
    expect(definition).not.toEqual(web);
    expect(comparedTexts(definition, web)).toBeUndefined();
  });

  test('only what differs differs', async () => {
    const { gateway } = await registered();
    const { definition } = await readRevision('web:1', gateway, t);
    const [container] = web.containerDefinitions;
    const changed = {
      memory: '1 GB',
      containerDefinitions: [{ essential: false, ...container, environment: container.environment.toReversed() }],
    };
    const [left, right] = comparedTexts(definition, { ...changed, ...web, ...changed }) ?? ['', ''];
    expect(lonely(left, right)).toEqual(['"essential": true,', '"memory": "512",']);
    expect(lonely(right, left)).toEqual(['"essential": false,', '"memory": "1024",']);
    expect(left.split('\n').length).toBe(right.split('\n').length);
  });
});

test('a revision is shown as what can be registered, without what ECS filled in empty', async () => {
  const { gateway } = await registered();
  const { definition } = await readRevision('web:1', gateway, t);
  const text = definitionText(definition);
  expect(text).not.toContain('[]');
  expect(comparedTexts(JSON.parse(text), web)).toBeUndefined();
});

function names(from: number, to: number): readonly string[] {
  return Array.from({ length: from - to + 1 }, (_, index) => `job:${from - index}`);
}

/** The lines of a text that another one does not have. */
function lonely(text: string, other: string): readonly string[] {
  const known = new Set(other.split('\n'));
  return text.split('\n').flatMap((line) => (known.has(line) ? [] : [line.trim()]));
}
