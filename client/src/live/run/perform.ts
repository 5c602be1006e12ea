import { registerInput } from '../definition';
import { stillThe } from '../deploy/identity';
import { LiveFailure } from '../failure';
import type { Signal, Task } from '../ports';
import { definitionName, statusWord } from '../task-state';
import { type Answers, recall, remember } from './answers';
import { ask } from './ask';
import { follow } from './follow';
import type { RunInput, RunPorts } from './input';
import { launchTypes, type Shape } from './launch';
import { makePlan, type Plan, planLines } from './plan';
import { register } from './register';
import { notStarted, start } from './start';

/** What became of a run, before the user is told. */
export type Result =
  | { readonly kind: 'cancelled' }
  /** Cancelled between registering and starting. */
  | { readonly kind: 'registered'; readonly revision: string }
  | { readonly kind: 'running' | 'stopped' | 'unwatched' | 'timeout'; readonly task: Task; readonly plan: Plan }
  /** Started, but looking at it failed for good. */
  | { readonly kind: 'blind'; readonly task: Task; readonly plan: Plan; readonly failure: LiveFailure };

type Definition = Readonly<Record<string, unknown>>;

/** Asks, confirms, registers, starts and watches. Throws `LiveFailure`. */
export async function perform(input: RunInput, ports: RunPorts): Promise<Result> {
  const { gateway, ui, memory, t } = ports;
  const definition = { ...registerInput(input.definition), family: input.family };
  const { region } = gateway.connection;
  const shape = shapeOf(input, definition);
  const answers = await ask({ shape, last: recall(memory, region, input.family), gateway, ui, t });
  const plan = answers && (await planned(definition, input.family, answers, ports));
  if (!plan) return { kind: 'cancelled' };
  const isNew = plan.revision.kind === 'new';
  const question = isNew ? t('Register and run {0}?', input.family) : t('Run {0}?', input.family);
  const button = isNew ? t('Register and Run') : t('Run');
  if (!(await ui.confirm(question, planLines(plan, t).join('\n'), button))) return { kind: 'cancelled' };
  await remember(memory, region, input.family, answers);
  return ui.progress(t('Running {0} in {1}', input.family, plan.cluster.name), (report, signal) =>
    carryOut(plan, definition, ports, report, signal),
  );
}

function shapeOf({ family, requiresCompatibilities, networkMode }: RunInput, definition: Definition): Shape {
  const own: unknown = definition.networkMode;
  const mode = networkMode ?? (typeof own === 'string' ? own : undefined);
  return { family, networkMode: mode, launchTypes: launchTypes(definition, requiresCompatibilities, mode) };
}

async function planned(
  definition: Definition,
  family: string,
  answers: Answers,
  { gateway, ui, t }: RunPorts,
): Promise<Plan | undefined> {
  try {
    const read = async (_report: unknown, signal: Signal): Promise<Plan> => {
      const [identity, newest] = await Promise.all([gateway.identity(signal), gateway.newestRevision(family, signal)]);
      return makePlan(definition, family, answers, { identity, newest, connection: gateway.connection });
    };
    // Most often the plan is there before a notification could be read.
    return await ui.progress(t('Reading what {0} is in AWS', family), read, 1_000);
  } catch (error) {
    if (error instanceof LiveFailure && error.kind === 'cancelled') return undefined;
    throw error;
  }
}

async function carryOut(
  plan: Plan,
  definition: Definition,
  ports: RunPorts,
  report: (message: string) => void,
  signal: Signal,
): Promise<Result> {
  const { gateway, t } = ports;
  await stillThe(plan.identity, gateway, t);
  if (signal.aborted) return { kind: 'cancelled' };
  const { revision } = plan;
  if (revision.kind === 'new') report(t('Registering {0}', plan.family));
  const { arn } =
    revision.kind === 'new'
      ? await register(definition, plan.family, { ...ports, account: plan.identity.account })
      : revision.existing;
  const name = definitionName(arn) ?? arn;
  const registered = revision.kind === 'new' ? name : undefined;
  if (signal.aborted) return registered ? { kind: 'registered', revision: registered } : { kind: 'cancelled' };
  report(t('Starting {0}', name));
  const task = await start(arn, plan, ports).catch((error: unknown) => {
    throw error instanceof LiveFailure ? notStarted(error, registered, t) : error;
  });
  return watch(task, plan, ports, report, signal);
}

async function watch(
  started: Task,
  plan: Plan,
  ports: RunPorts,
  report: (message: string) => void,
  signal: Signal,
): Promise<Result> {
  const { shell, t } = ports;
  let task = started;
  try {
    for await (const event of follow(started, ports, signal)) {
      if (event.kind === 'trouble') {
        report(event.failure.sentence);
        continue;
      }
      task = event.task;
      if (event.kind === 'running' || event.kind === 'stopped') return { kind: event.kind, task, plan };
      if (event.kind === 'timeout') return { kind: 'timeout', task, plan };
      if (event.kind === 'cancelled') break;
      report(t('Task {0} is {1}', task.id, statusWord(task.lastStatus, t)));
      shell.taskChanged(task.clusterArn, task.arn);
    }
    return { kind: 'unwatched', task, plan };
  } catch (error) {
    if (error instanceof LiveFailure) return { kind: 'blind', task, plan, failure: error };
    throw error;
  }
}
