// The main job once, without a person: the product's own gateway, questions and deployer against the endpoint of the environment,
// with a Ui that takes the first of every choice and prints what a person would see. `node .config/run.mjs test/support/smoke.ts FILE`
import { readFile } from 'node:fs/promises';
import { argv } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { createGateway, resolveConnection } from '../../client/src/aws';
import { createDeployer } from '../../client/src/live/deploy/deployer';
import { logPlaces } from '../../client/src/live/logs/places';
import { plain } from '../../client/src/live/plain';
import type { Choice, EcsGateway, Log, PickOptions, Ui } from '../../client/src/live/ports';
import { inputOf, realPorts, runningTask, runTargetOf } from './real-ports';
import { service } from './service';

const say = (line: string) => console.log(line);
const log: Log = { info: () => undefined, warn: say, error: say };

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
  const [found] = service.summarise(service.open(`file:///${path}`, await readFile(path, 'utf8')), []);
  if (!found?.family) throw new Error(`${path} holds no task definition.`);
  const definition = { ...found, family: found.family };
  const gateway = createGateway(await resolveConnection({}), log);
  const ports = realPorts(gateway, ui, log);
  const deployer = createDeployer();
  try {
    const target = await runTargetOf(path, definition, ports);
    const task = await runningTask(await deployer.deploy(inputOf(path, definition, target), ports));
    say(`registered  ${task.taskDefinitionArn}\nrun         ${task.arn}\nRUNNING`);
    for (const place of logPlaces(task, found.definition, plain)) {
      say(
        `logs        ${place.kind === 'stream' ? `${place.container}: ${place.group} ${place.stream}` : place.sentence}`,
      );
    }
    await deployer.stopTask(task.clusterArn, task.arn, ports);
    await untilStopped(gateway, task.clusterArn, task.arn);
    say('stopped');
  } finally {
    gateway.dispose();
  }
}

async function untilStopped(gateway: EcsGateway, clusterArn: string, taskArn: string): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await wait(500)) {
    const [task] = (await gateway.describeTasks(clusterArn, [taskArn])).items;
    if (task?.lastStatus === 'STOPPED') return;
  }
  throw new Error('The task did not stop.');
}

function taken<T>({ title, placeholder }: PickOptions, choices: readonly Choice<T>[]): T {
  const choice = choices.find(({ picked }) => picked) ?? choices[0];
  if (!choice) throw new Error(`${placeholder}: there is nothing to choose.`);
  say(`  ${title}: ${choice.label}`);
  return choice.value;
}
