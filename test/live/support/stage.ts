import { onTestFinished, vi } from 'vitest';
import { createGateway, type GatewayOptions, resolveConnection } from '../../../client/src/aws/index';
import type { Connection, Memory, Translate } from '../../../client/src/live/ports';
import type { RunInput, RunOutcome, RunPorts } from '../../../client/src/live/run/input';
import { createRunner } from '../../../client/src/live/run/runner';
import { type FakeEcs, startFakeEcs } from '../../support/fake-ecs/index';
import { type Move, type TestUser, testUser } from './ui';

/** English, the values in place. */
export const t: Translate = (message, ...values) =>
  message.replace(/\{(\d+)\}/g, (_, index: string) => String(values[Number(index)]));

/** The environment of a machine with keys, whose AWS calls go to `url`, and with no AWS files of its own. */
export function useEndpoint(url: string | undefined): void {
  const none = '/nonexistent/aws';
  const variables = {
    AWS_ENDPOINT_URL: url,
    AWS_ENDPOINT_URL_ECS: undefined,
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: undefined,
    AWS_PROFILE: undefined,
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    AWS_SESSION_TOKEN: undefined,
    AWS_CONFIG_FILE: none,
    AWS_SHARED_CREDENTIALS_FILE: none,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
}

/** A log that is read by tests. */
export interface TestLog {
  readonly lines: string[];
  info(message: string): void;
  warn(message: string): void;
  error(message: string, cause?: unknown): void;
}

export function testLog(): TestLog {
  const lines: string[] = [];
  const push = (message: string): void => {
    lines.push(message);
  };
  return { lines, info: push, warn: push, error: push };
}

/** The product's gateway with the real SDK, over HTTP to a fake ECS of its own. */
export async function connected(
  options: GatewayOptions & { readonly connection?: Partial<Connection> } = {},
): Promise<{ readonly ecs: FakeEcs; readonly gateway: ReturnType<typeof createGateway>; readonly log: TestLog }> {
  const ecs = await startFakeEcs();
  useEndpoint(ecs.url);
  const log = testLog();
  const gateway = createGateway({ ...(await resolveConnection({})), ...options.connection }, log, { t, ...options });
  onTestFinished(async () => {
    gateway.dispose();
    await ecs.close();
  });
  return { ecs, gateway, log };
}

/** Everything a run needs, its clock being the fake's: waiting moves it on. */
export interface Stage {
  readonly ecs: FakeEcs;
  readonly user: TestUser;
  readonly ports: RunPorts;
  readonly log: TestLog;
  readonly memory: Map<string, unknown>;
  readonly waits: number[];
  readonly changed: string[];
  readonly shown: string[];
  run(definition: object, source?: string): Promise<RunOutcome>;
}

export async function stage(...moves: Move[]): Promise<Stage> {
  const { ecs, gateway, log } = await connected();
  const user = testUser(...moves);
  const stored = new Map<string, unknown>();
  const waits: number[] = [];
  const changed: string[] = [];
  const shown: string[] = [];
  let ids = 0;
  const ports: RunPorts = {
    gateway,
    ui: user,
    log,
    t,
    memory: memoryOf(stored),
    newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
    clock: {
      now: ecs.clock.now,
      sleep: async (milliseconds) => {
        waits.push(milliseconds);
        ecs.clock.advance(milliseconds);
      },
    },
    shell: {
      taskChanged: (_cluster, task) => changed.push(task),
      showTask: async (_cluster, task) => {
        shown.push(task);
      },
    },
  };
  const runner = createRunner();
  const run: Stage['run'] = (definition, source = 'web.json') =>
    runner.registerAndRun(inputOf(definition as RunInput['definition'], source), ports);
  return { ecs, user, ports, log, memory: stored, waits, changed, shown, run };
}

export function memoryOf(stored: Map<string, unknown>): Memory {
  return {
    // A store of any values is what Memory is.
    get: <T>(key: string) => stored.get(key) as T | undefined,
    set: async (key, value) => {
      stored.set(key, value);
    },
  };
}

function inputOf(definition: RunInput['definition'], source: string): RunInput {
  const wrapped = definition.taskDefinition as RunInput['definition'] | undefined;
  return { source, definition, family: String((wrapped ?? definition).family) };
}

/** A Fargate service's definition as a file has it. */
export const web = {
  family: 'web',
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '256',
  memory: '512',
  containerDefinitions: [
    {
      name: 'web',
      image: 'public.ecr.aws/nginx/nginx:1.29',
      portMappings: [{ containerPort: 80 }],
      environment: [
        { name: 'MODE', value: 'live' },
        { name: 'LEVEL', value: 'info' },
      ],
    },
  ],
} as const;
