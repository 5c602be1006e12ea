import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import * as aws from '../../../client/src/aws/index';
import { liveCommands } from '../../../client/src/cli/commands';
import type { Terminal } from '../../../client/src/cli/terminal';
import { commands, runCli } from '../../../server/src/cli/cli';
import type { Run } from '../../support/cli';
import { memory } from '../../support/cli';
import { type FakeEcs, startFakeEcs } from '../../support/fake-ecs/index';
import { useEndpoint } from './stage';

/** What a person at the terminal does; nobody is there without `answers`. */
export interface Person {
  readonly answers?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** The command of the product before a fake ECS, over HTTP with the real SDK, its files in memory. */
export async function cliStage(): Promise<{
  readonly ecs: FakeEcs;
  readonly taskdef: (argv: readonly string[], person?: Person) => Promise<Run & { readonly asked: readonly string[] }>;
}> {
  const ecs = await startFakeEcs();
  useEndpoint(ecs.url);
  onTestFinished(() => ecs.close());
  return { ecs, taskdef: (argv, person) => run(ecs, argv, person ?? {}) };
}

async function run(ecs: FakeEcs, argv: readonly string[], { answers, files = {}, env = {} }: Person) {
  const written = { out: '', err: '' };
  const asked: string[] = [];
  const left = [...(answers ?? [])];
  const terminal: Terminal = {
    ...memory(files),
    env,
    isTerminal: { out: false, err: false },
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    canAsk: answers !== undefined,
    ask: async (question) => {
      asked.push(question);
      return left.shift() ?? '';
    },
    onInterrupt: () => () => undefined,
    newId: randomUUID,
    // Waiting moves the fake's clock on.
    clock: { now: ecs.clock.now, sleep: async (milliseconds) => ecs.clock.advance(milliseconds) },
  };
  const code = await runCli(argv, terminal, [...commands, ...liveCommands(terminal, () => aws)]);
  return { code, ...written, asked };
}
