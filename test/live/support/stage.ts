import { onTestFinished, vi } from 'vitest';
import { createGateway, type GatewayOptions, resolveConnection } from '../../../client/src/aws/index';
import type { Connection, Memory, Translate } from '../../../client/src/live/ports';
import { type FakeEcs, startFakeEcs } from '../../support/fake-ecs/index';

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

export function memoryOf(stored: Map<string, unknown>): Memory {
  return {
    // A store of any values is what Memory is.
    get: <T>(key: string) => stored.get(key) as T | undefined,
    set: async (key, value) => {
      stored.set(key, value);
    },
  };
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
