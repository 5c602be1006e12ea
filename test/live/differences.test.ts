import { describe, expect, test } from 'vitest';
import { sameDefinition } from '../../client/src/live/definition';
import { differences } from '../../client/src/live/deploy/differences';
import { differenceLine } from '../../client/src/live/deploy/lines';
import { render, templates } from '../../server/src/service';
import { fixtures } from '../support/fixtures';
import { connected, t, web } from './support/stage';

type Json = Readonly<Record<string, unknown>>;

const [container] = web.containerDefinitions;
const lines = (before: Json, after: Json): readonly string[] =>
  differences(before, after).map((it) => differenceLine(it, t));
const within = (change: Json): Json => ({ ...web, containerDefinitions: [{ ...container, ...change }] });

test('what ECS answers of a file that was registered does not differ from it', async () => {
  const { gateway } = await connected();
  const files: readonly Json[] = [
    ...templates.map(({ id }) => JSON.parse(render(id, 'json', id))),
    ...fixtures('ok').map(([, text]) => JSON.parse(text)),
  ];
  expect(files.length).toBeGreaterThan(15);
  for (const file of files) {
    const { arn } = await gateway.register(file);
    const answered = (await gateway.revision(arn))?.definition ?? {};
    expect([file.family, lines(file, answered), sameDefinition(file, answered)]).toEqual([file.family, [], true]);
  }
});

describe('a difference', () => {
  test.each<readonly [string, Json, readonly string[]]>([
    ['of an image', within({ image: 'b:2' }), [`~ containerDefinitions[web].image: ${container.image} → b:2`]],
    ['of a size', { ...web, cpu: '1 vCPU' }, ['~ cpu: 256 → 1024']],
    ['of a switch', within({ essential: false }), ['~ containerDefinitions[web].essential: true → false']],
    [
      'of a port',
      within({ portMappings: [{ containerPort: 80, protocol: 'udp' }, { containerPort: 81 }] }),
      [
        '- containerDefinitions[web].portMappings[80]',
        '+ containerDefinitions[web].portMappings[80/udp]',
        '+ containerDefinitions[web].portMappings[81]',
      ],
    ],
    [
      'of a container',
      { ...web, containerDefinitions: [container, { name: 'b', image: 'b' }] },
      ['+ containerDefinitions[b]'],
    ],
    [
      'of a plain list',
      { ...web, requiresCompatibilities: ['EC2', 'FARGATE'] },
      ['~ requiresCompatibilities: ["FARGATE"] → ["EC2","FARGATE"]'],
    ],
    ['of a role that is new', { ...web, taskRoleArn: 'arn:r' }, ['+ taskRoleArn: arn:r']],
  ])('%s', (_, after, expected) => {
    expect(lines(web, after)).toEqual(expected);
  });

  test('of what may be a secret is told without it', () => {
    const secret = 'canary-7f3a';
    const after = within({
      environment: [{ name: 'MODE', value: secret }],
      secrets: [{ name: 'KEY', valueFrom: secret }],
      command: [secret],
      dockerLabels: { key: secret },
      logConfiguration: { logDriver: 'splunk', options: { 'splunk-token': secret } },
    });
    const told = [...lines(web, after), ...lines(after, web)].join('\n');
    expect(told).toContain('~ containerDefinitions[web].environment[MODE].value: changed');
    expect(told).toContain('+ containerDefinitions[web].secrets[KEY]');
    expect(told).not.toContain(secret);
  });

  test('in a long value is told in short', () => {
    expect(lines(web, within({ image: 'x'.repeat(500) }))[0]?.length).toBeLessThan(250);
  });

  test('is none of the order of what has names', () => {
    const two = [container, { ...container, name: 'b', dependsOn: [{ containerName: 'web', condition: 'START' }] }];
    const a = { ...web, containerDefinitions: two, volumes: [{ name: 'x' }, { name: 'y' }] };
    const b = { ...web, containerDefinitions: two.toReversed(), volumes: a.volumes.toReversed() };
    expect(lines(a, b)).toEqual([]);
    expect(sameDefinition(a, b)).toBe(true);
  });

  test('is there exactly where registering would change something', () => {
    const twice = within({
      environment: [
        { name: 'A', value: '1' },
        { name: 'A', value: '2' },
      ],
    });
    const other = within({
      environment: [
        { name: 'A', value: '1' },
        { name: 'A', value: '3' },
      ],
    });
    expect([lines(twice, other).length > 0, sameDefinition(twice, other)]).toEqual([true, false]);
  });
});
