// The main job once, without a person: the product's own gateway and run flow against the endpoint of the environment,
// with a Ui that takes the first of every choice and prints what a person would see. `node .config/run.mjs test/support/smoke.ts FILE`
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { argv } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { createGateway, resolveConnection } from '../../client/src/aws';
import type {
  Choice,
  EcsGateway,
  Log,
  Memory,
  PickOptions,
  Shell,
  Signal,
  Translate,
  Ui,
} from '../../client/src/live/ports';
import { follow } from '../../client/src/live/run/follow';
import { createRunner } from '../../client/src/live/run/runner';
import { stopTask } from '../../client/src/live/run/stop-task';
import { service } from './service';

const say = (line: string) => console.log(line);

const t: Translate = (message, ...values) =>
  message.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)] ?? ''));
const log: Log = { info: () => undefined, warn: say, error: say };
const shell: Shell = { taskChanged: () => undefined, showTask: () => Promise.resolve() };
const clock = {
  now: () => Date.now(),
  sleep: async (milliseconds: number, signal?: Signal) => {
    if (!signal?.aborted) await wait(milliseconds);
  },
};
const memory: Memory = { get: () => undefined, set: () => Promise.resolve() };

const ui: Ui = {
  pick: async <T>(options: PickOptions, choices: Promise<readonly Choice<T>[]>) => ({
    kind: 'value',
    value: taken(options, await choices),
  }),
  pickMany: async <T>(options: PickOptions, choices: Promise<readonly Choice<T>[]>) => ({
    kind: 'value',
    value: [taken(options, await choices)],
  }),
  input: async ({ title, value = '' }) => {
    say(`  ${title}: ${value}`);
    return { kind: 'value', value };
  },
  choose: async (message, detail, [button]) => {
    say(`  ${message}\n${detail.replace(/^/gm, '    ')}`);
    return button;
  },
  confirm: async (message, detail) => {
    say(`  ${message}\n${detail.replace(/^/gm, '    ')}`);
    return true;
  },
  inform: async (_level, message) => {
    say(`  ${message}`);
    return undefined;
  },
  progress: async (_title, work) => work((message) => say(`  ${message}`), new AbortController().signal),
  copy: () => Promise.resolve(),
};

const [file] = argv.slice(2);
if (!file) throw new Error('Name a task definition.');
await main(file);

async function main(path: string): Promise<void> {
  const [definition] = service.summarise(service.open(`file:///${path}`, await readFile(path, 'utf8')), []);
  if (!definition?.family) throw new Error(`${path} holds no task definition.`);
  const gateway = createGateway(await resolveConnection({}), log);
  try {
    const run = await createRunner().registerAndRun(
      { ...definition, family: definition.family, source: path },
      { gateway, ui, memory, clock, log, newId: randomUUID, shell, t },
    );
    if (run.kind !== 'running') throw new Error(`The task is ${run.kind}, not RUNNING.`);
    say(`registered  ${run.taskDefinitionArn}\nrun         ${run.taskArn}\nRUNNING`);
    for (const line of logPlaces(definition.definition)) say(`logs        ${line}`);
    await stopTask(run.clusterArn, run.taskArn, { gateway, ui, shell, log, t });
    await untilStopped(gateway, run.clusterArn, run.taskArn);
    say('stopped');
  } finally {
    gateway.dispose();
  }
}

async function untilStopped(gateway: EcsGateway, clusterArn: string, taskArn: string): Promise<void> {
  const { items } = await gateway.describeTasks(clusterArn, [taskArn]);
  const [task] = items;
  if (!task) throw new Error('The task is gone.');
  // A task that is on its way down never counts as RUNNING again.
  for await (const event of follow(
    { ...task, lastStatus: task.lastStatus === 'RUNNING' ? 'STOPPING' : task.lastStatus },
    { gateway, clock },
    AbortSignal.timeout(60_000),
  )) {
    if (event.kind === 'stopped') return;
    if (event.kind !== 'state') throw new Error(`The task did not stop: ${event.kind}.`);
  }
}

/** Where each container's log driver writes. */
function logPlaces(definition: Readonly<Record<string, unknown>>): readonly string[] {
  const containers = definition.containerDefinitions as readonly {
    readonly name: string;
    readonly logConfiguration?: { readonly logDriver: string; readonly options?: Readonly<Record<string, string>> };
  }[];
  return containers.map(({ name, logConfiguration }) => {
    const group = logConfiguration?.options?.['awslogs-group'];
    return `${name}: ${group ? `log group ${group}` : (logConfiguration?.logDriver ?? 'no log driver')}`;
  });
}

function taken<T>({ title, placeholder }: PickOptions, choices: readonly Choice<T>[]): T {
  const choice = choices.find(({ picked }) => picked) ?? choices[0];
  if (!choice) throw new Error(`${placeholder}: there is nothing to choose.`);
  say(`  ${title}: ${choice.label}`);
  return choice.value;
}
