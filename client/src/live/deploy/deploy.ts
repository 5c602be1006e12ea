import { LiveFailure } from '../failure';
import type { Signal } from '../ports';
import { nameOf } from './begin-service';
import { carryOut, type Done, intentKey } from './carry-out';
import { type Confirmed, confirmed } from './confirmed';
import type { ChangePorts, DeployInput, Outcome } from './input';
import { endIntent } from './intents';
import { operationKey } from './keys';
import { planLines } from './lines';
import { makePlan } from './make-plan';
import type { OneAtATime } from './one-at-a-time';
import type { Plan } from './plan';
import { withCircuitBreaker } from './service-input';
import { tellRegistered } from './tell-registered';

/** Deploys once: plan, question, calls, watch; see `Deployer.deploy`. Throws `LiveFailure`. */
export async function deploy(input: DeployInput, oneOnly: OneAtATime, ports: ChangePorts): Promise<Outcome> {
  const { ui, gateway, activities, t } = ports;
  const key = operationKey(input, gateway.connection);
  const again = (): Promise<Outcome> => deploy(input, oneOnly, ports);
  const busy = async (): Promise<Result> => ({ kind: 'busy' });
  // Given back before the last message is answered, which may be never.
  const result = await oneOnly.run<Result>(key, () => perform(input, ports), busy);
  switch (result.kind) {
    // Messages without a button are not waited for: nobody may ever close them.
    case 'busy':
      void ui.inform('info', t('{0} is being deployed by {1} already.', input.family, input.target.name));
      return result;
    case 'unchanged':
      void ui.inform('info', unchanged(result.plan, input, ports));
      return result;
    case 'registered':
      return tellRegistered(result, again, ports);
    case 'changed':
      void ui.inform('info', t('{0} is updated; nothing new is deployed.', nameOf(result.plan.place)));
      return { kind: 'done' };
    case 'begun': {
      const watch = activities.start(result.subject);
      if (result.note !== undefined) void ui.inform('warning', result.note);
      return { kind: 'started', watch };
    }
    default:
      return result;
  }
}

/** What deploying has come to before the user is told. */
export type Result =
  | { readonly kind: 'busy' | 'cancelled' | 'shown' }
  | { readonly kind: 'unchanged'; readonly plan: Plan }
  | (Exclude<Done, { readonly kind: 'cancelled' }> & { readonly plan: Plan });

async function perform(input: DeployInput, ports: ChangePorts): Promise<Result> {
  const { ui, t } = ports;
  const plan = await planned(input, ports);
  if (!plan) return { kind: 'cancelled' };
  if (plan.changes.length === 0) {
    // What had no answer has arrived, then.
    await endIntent(ports.memory, intentKey(plan, input));
    return { kind: 'unchanged', plan };
  }
  const answer = await asked(plan, input, ports);
  if (answer.kind !== 'yes') return answer;
  const title = t('Deploying {0} to {1}', input.family, nameOf(plan.place));
  const work = (report: (message: string) => void, signal: Signal): Promise<Done> =>
    carryOut(answer.plan, input, ports, report, signal);
  const done = await ui.progress(title, work);
  return done.kind === 'cancelled' ? done : { ...done, plan: answer.plan };
}

async function planned(input: DeployInput, ports: ChangePorts): Promise<Plan | undefined> {
  const { ui, t } = ports;
  try {
    const read = (_report: unknown, signal: Signal): Promise<Plan> => makePlan(input, ports, signal);
    // Most often the plan is there before a notification could be read.
    return await ui.progress(t('Reading what {0} is in AWS', input.family), read, 1_000);
  } catch (error) {
    if (error instanceof LiveFailure && error.kind === 'cancelled') return undefined;
    throw error;
  }
}

function asked(plan: Plan, input: DeployInput, ports: ChangePorts): Promise<Confirmed<Plan>> {
  const { t } = ports;
  const before = plan.inUse ?? plan.newest;
  const file = {
    name: input.revision ? `${input.family}:${input.revision.revision}` : input.source,
    definition: plan.definition,
  };
  const compare = (): Promise<void> =>
    before
      ? ports.compare({ name: `${before.family}:${before.revision}`, definition: before.definition }, file)
      : Promise.resolve();
  const button = buttonOf(plan, ports);
  const safer = { button: t('{0} with Circuit Breaker', button), plan: withCircuitBreaker(plan) };
  const question = {
    message: messageOf(plan, ports),
    lines: (it: Plan) => linesOf(it, ports),
    ways: [{ button, plan }, ...(plan.breakerOff ? [safer] : [])],
    ...(plan.differences.length > 0 ? { compare } : {}),
  };
  return confirmed(question, ports);
}

function linesOf(plan: Plan, { t }: ChangePorts): readonly string[] {
  const off = t(
    'Note: the circuit breaker of the service is off: a deployment whose tasks do not start goes on trying without end.',
  );
  return [...planLines(plan, t), ...(plan.breakerOff ? [off] : [])];
}

function messageOf({ changes, family, place }: Plan, { t }: ChangePorts): string {
  switch (changes.at(-1)?.operation) {
    case 'RunTask':
      return changes.length > 1 ? t('Register and run {0}?', family) : t('Run {0}?', family);
    case 'CreateService':
      return t('Create {0} with {1}?', nameOf(place), family);
    default:
      return t('Deploy {0} to {1}?', family, nameOf(place));
  }
}

function buttonOf({ changes }: Plan, { t }: ChangePorts): string {
  switch (changes.at(-1)?.operation) {
    case 'RunTask':
      return changes.length > 1 ? t('Register and Run') : t('Run');
    case 'CreateService':
      return t('Create Service');
    default:
      return t('Deploy');
  }
}

function unchanged({ family, next, place }: Plan, { revision }: DeployInput, { t }: ChangePorts): string {
  const name = next.kind === 'new' ? family : `${family}:${next.revision.revision}`;
  if (revision) return t('Nothing to do: {0} uses {1} already.', nameOf(place), name);
  return t('Nothing to do: {0} uses {1} already, which says the same as the file.', nameOf(place), name);
}
