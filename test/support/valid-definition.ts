import fc from 'fast-check';
import schema from '../../schemas/task-definition.schema.json';
import { fargateSizes } from '../../server/src/service/data/fargate-sizes';
import { createLookup, type DocumentedSchema } from '../../server/src/service/schema/lookup';

/** A task definition as data. */
export interface Definition {
  readonly family: string;
  readonly requiresCompatibilities: readonly string[];
  readonly networkMode: string;
  readonly cpu?: string;
  readonly memory?: string;
  readonly containerDefinitions: readonly [Container, ...Container[]];
  readonly volumes: readonly { readonly name: string }[];
  readonly [member: string]: unknown;
}

export interface Container {
  readonly name: string;
  readonly [member: string]: unknown;
}

const lookup = createLookup(schema as unknown as DocumentedSchema);
const container = ['containerDefinitions', 0] as const;

/** A whole number within the limits that the schema states for a member. */
function within(...path: readonly (string | number)[]): fc.Arbitrary<number> {
  const { minimum, maximum } = lookup(path) ?? {};
  if (minimum === undefined || maximum === undefined) throw new Error(`no limits for ${path.join('.')}`);
  return fc.integer({ min: minimum, max: maximum });
}

/** A value of a member's closed set. */
function among(...path: readonly (string | number)[]): fc.Arbitrary<string> {
  const values = lookup(path)?.enum;
  if (!values) throw new Error(`no closed set for ${path.join('.')}`);
  return fc.constantFrom(...values.map(String));
}

const name = fc.stringMatching(/^[a-z][a-z0-9]{2,12}$/);
const size = fc
  .constantFrom(...fargateSizes)
  .chain(({ cpu, memory }) => fc.constantFrom(...memory).map((mib) => ({ cpu: String(cpu), memory: String(mib) })));

const healthCheck = fc.record({
  command: fc.constant(['CMD-SHELL', 'test -f /tmp/healthy || exit 1']),
  interval: fc.constant(30),
  timeout: fc.integer({ min: 2, max: 29 }),
  retries: within(...container, 'healthCheck', 'retries'),
  startPeriod: within(...container, 'healthCheck', 'startPeriod'),
});

const restartPolicy = fc.record({
  enabled: fc.constant(true),
  restartAttemptPeriod: within(...container, 'restartPolicy', 'restartAttemptPeriod'),
  ignoredExitCodes: fc.uniqueArray(within(...container, 'restartPolicy', 'ignoredExitCodes', 0), {
    minLength: 1,
    maxLength: 5,
  }),
});

const ulimit = fc
  .tuple(
    among(...container, 'ulimits', 0, 'name'),
    fc.integer({ min: 1, max: 4096 }),
    fc.integer({ min: 0, max: 4096 }),
  )
  .map(([limit, softLimit, more]) => ({ name: limit, softLimit, hardLimit: softLimit + more }));

const environment = fc
  .uniqueArray(fc.tuple(fc.stringMatching(/^SETTING_[A-Z]{1,8}$/), fc.stringMatching(/^[a-z ]{1,12}$/)), {
    selector: ([key]) => key,
    maxLength: 4,
  })
  .map((pairs) => pairs.map(([key, value]) => ({ name: key, value })));

const part = fc.record(
  {
    healthCheck,
    restartPolicy,
    environment,
    ulimits: fc.uniqueArray(ulimit, { selector: (it) => it.name, minLength: 1, maxLength: 3 }),
    stopTimeout: fc.integer({ min: 2, max: 120 }),
    versionConsistency: fc.constant('enabled'),
    linuxParameters: fc.constant({ initProcessEnabled: true }),
    workingDirectory: fc.constant('/srv'),
    dockerLabels: fc.constant({ team: 'web' }),
  },
  { requiredKeys: ['healthCheck'] },
);

/** Sound definitions for Fargate and for EC2, of one to four containers that use what the definition has. */
export const validDefinition: fc.Arbitrary<Definition> = fc
  .record({
    family: name,
    fargate: fc.boolean(),
    size,
    names: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
    parts: fc.array(part, { minLength: 4, maxLength: 4 }),
    volumes: fc.uniqueArray(name, { maxLength: 3 }),
    firstPort: fc.integer({ min: 3000, max: 3100 }),
  })
  .map(({ family, fargate, size: taskSize, names, parts, volumes, firstPort }) => {
    const containers = names.map((own, index) => ({
      name: own,
      image: `public.ecr.aws/example/${own}:1.${index}`,
      essential: true,
      memory: 64,
      user: '1000:1000',
      readonlyRootFilesystem: true,
      portMappings: [{ containerPort: firstPort + index, protocol: 'tcp', name: `port-${own}` }],
      mountPoints: volumes.map((volume) => ({ sourceVolume: volume, containerPath: `/var/${volume}` })),
      logConfiguration: {
        logDriver: 'awslogs',
        options: {
          'awslogs-group': `/ecs/${family}`,
          'awslogs-region': 'eu-west-1',
          'awslogs-stream-prefix': own,
        },
      },
      ...(index > 0 && { dependsOn: [{ containerName: names[index - 1], condition: 'HEALTHY' }] }),
      ...parts[index],
    }));
    const [first, ...others] = containers;
    if (!first) throw new Error('no container');
    return {
      family,
      requiresCompatibilities: [fargate ? 'FARGATE' : 'EC2'],
      networkMode: fargate ? 'awsvpc' : 'bridge',
      ...(fargate && taskSize),
      executionRoleArn: 'arn:aws:iam::210987654321:role/ecsTaskExecutionRole',
      taskRoleArn: `arn:aws:iam::210987654321:role/${family}`,
      runtimePlatform: { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' },
      containerDefinitions: [first, ...others] as const,
      volumes: volumes.map((volume) => ({ name: volume })),
      tags: [{ key: 'team', value: family }],
    };
  });
