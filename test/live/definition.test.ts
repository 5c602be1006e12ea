import { describe, expect, test } from 'vitest';
import { registerInput, sameDefinition } from '../../client/src/live/definition';
import { web } from './support/stage';

type Json = Readonly<Record<string, unknown>>;

/** `web` as DescribeTaskDefinition answers it. */
const answered: Json = {
  ...web,
  taskDefinitionArn: 'arn:aws:ecs:us-east-1:111122223333:task-definition/web:4',
  revision: 4,
  status: 'ACTIVE',
  requiresAttributes: [{ name: 'com.amazonaws.ecs.capability.docker-remote-api.1.18' }],
  compatibilities: ['EC2', 'FARGATE'],
  registeredAt: '2026-01-15T09:00:00Z',
  registeredBy: 'arn:aws:iam::111122223333:user/dev',
  volumes: [],
  placementConstraints: [],
  containerDefinitions: [
    {
      ...web.containerDefinitions[0],
      cpu: 0,
      essential: true,
      portMappings: [{ containerPort: 80, hostPort: 80, protocol: 'tcp' }],
      environment: [
        { name: 'LEVEL', value: 'info' },
        { name: 'MODE', value: 'live' },
      ],
      mountPoints: [],
      volumesFrom: [],
      systemControls: [],
    },
  ],
};

describe('what is registered', () => {
  test('leaves out what only answers hold, and nothing else', () => {
    const plain = registerInput(answered);
    expect(Object.keys(plain).toSorted()).toEqual(
      [
        'containerDefinitions',
        'cpu',
        'family',
        'memory',
        'networkMode',
        'placementConstraints',
        'requiresCompatibilities',
        'volumes',
      ].toSorted(),
    );
    expect(plain.containerDefinitions).toBe(answered.containerDefinitions);
  });

  test('is taken out of an answer, its tags with it', () => {
    const tags = [{ key: 'team', value: 'shop' }];
    expect(registerInput({ taskDefinition: answered, tags })).toEqual({ ...registerInput(answered), tags });
  });

  test('has no members that are null, as skeletons have them', () => {
    expect(registerInput({ family: 'web', pidMode: null })).toEqual({ family: 'web' });
  });
});

describe('the same definition', () => {
  const vary = (change: Json): Json => ({ ...answered, ...change });
  const container = (change: Json): Json =>
    vary({ containerDefinitions: [{ ...web.containerDefinitions[0], ...change }] });

  test.each<readonly [string, Json]>([
    ['as it was answered', answered],
    ['in its wrapper', { taskDefinition: answered, tags: [] }],
    ['with sizes in words', vary({ cpu: '.25 vCPU', memory: '0.5 GB' })],
    ['with sizes as numbers', vary({ cpu: 256, memory: 512 })],
    ['with the platform it gets anyway', vary({ runtimePlatform: { operatingSystemFamily: 'LINUX' } })],
    [
      'with switches that are off',
      container({ privileged: false, readonlyRootFilesystem: false, pseudoTerminal: false }),
    ],
    ['with an empty list of dependencies', container({ dependsOn: [], healthCheck: null })],
    ['with tags the other side does not tell', vary({ tags: [{ key: 'team', value: 'shop' }] })],
  ])('%s', (_, other) => {
    expect(sameDefinition(web, other)).toBe(true);
    expect(sameDefinition(other, web)).toBe(true);
  });

  test.each<readonly [string, Json]>([
    ['another image', container({ image: 'public.ecr.aws/nginx/nginx:1.30' })],
    ['another value of a variable', container({ environment: [{ name: 'MODE', value: 'test' }] })],
    ['a container that need not run', container({ essential: false })],
    ['a port by UDP', container({ portMappings: [{ containerPort: 80, protocol: 'udp' }] })],
    ['a command in another order', container({ command: ['b', 'a'] })],
    ['more memory', vary({ memory: '1 GB' })],
    ['another processor', vary({ runtimePlatform: { cpuArchitecture: 'ARM64' } })],
    ['another container', vary({ containerDefinitions: [...web.containerDefinitions, { name: 'b', image: 'b' }] })],
    ['another network', vary({ networkMode: 'host' })],
    [
      'a list in the place of an object',
      container({ logConfiguration: [], healthCheck: { command: ['CMD', 'true'] } }),
    ],
  ])('not with %s', (_, other) => {
    expect(sameDefinition(web, other)).toBe(false);
    expect(sameDefinition(other, web)).toBe(false);
  });

  test('in every default ECS writes down', () => {
    const given = {
      family: 'job',
      containerDefinitions: [
        {
          name: 'job',
          image: 'job',
          memory: 64,
          portMappings: [{ containerPort: 80 }],
          healthCheck: { command: ['CMD', 'true'] },
          ulimits: [
            { name: 'nofile', softLimit: 1, hardLimit: 1 },
            { name: 'core', softLimit: 1, hardLimit: 1 },
          ],
        },
      ],
      volumes: [{ name: 'data', efsVolumeConfiguration: { fileSystemId: 'fs-1' } }, { name: 'tmp' }],
    };
    const stored = {
      ...given,
      networkMode: 'bridge',
      containerDefinitions: [
        {
          ...given.containerDefinitions[0],
          portMappings: [{ containerPort: 80, hostPort: 0, protocol: 'tcp' }],
          healthCheck: { command: ['CMD', 'true'], interval: 30, timeout: 5, retries: 3 },
          ulimits: given.containerDefinitions[0]?.ulimits.toReversed(),
        },
      ],
      volumes: [
        { name: 'tmp', host: {} },
        { name: 'data', efsVolumeConfiguration: { fileSystemId: 'fs-1', rootDirectory: '/' } },
      ],
    };
    expect(sameDefinition(given, stored)).toBe(true);
    expect(sameDefinition(given, { ...stored, volumes: [{ name: 'tmp' }] })).toBe(false);
  });

  test('only with the same tags, in any order, where both sides tell them', () => {
    const tags = [
      { key: 'a', value: '1' },
      { key: 'b', value: '2' },
    ];
    expect(sameDefinition({ ...web, tags }, { ...web, tags: tags.toReversed() })).toBe(true);
    expect(sameDefinition({ ...web, tags }, { ...web, tags: [] })).toBe(false);
  });

  test('for anything at all: nothing throws', () => {
    const odd: readonly Json[] = [
      {},
      { containerDefinitions: 'x', volumes: {}, cpu: true, runtimePlatform: 7 },
      { containerDefinitions: [null, 1, []], volumes: [null], tags: 5 },
      JSON.parse('{"__proto__":{"a":1},"containerDefinitions":[{"__proto__":1}]}'),
    ];
    for (const a of odd) for (const b of odd) expect(typeof sameDefinition(a, b)).toBe('boolean');
  });
});
