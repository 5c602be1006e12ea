import type { Subject } from '../activity/subject';
import type { Change, Json } from '../change';
import { LiveFailure } from '../failure';
import type { Revision, Signal } from '../ports';
import { definitionName } from '../task-state';
import { type Begun, createService, nameOf, requireStill, updateService, withPreface } from './begin-service';
import { startTasks } from './begin-tasks';
import { digest } from './digest';
import { stillThe } from './identity';
import type { ChangePorts, DeployInput } from './input';
import { endIntent, type Intent, intents, keepIntent } from './intents';
import { runKey, serviceKey } from './keys';
import type { Plan } from './plan';
import { register } from './register';
import { primaryId } from './service-state';

/** What was done of a plan. */
export type Done =
  | { readonly kind: 'cancelled' }
  /** Registered, and not what should have come after it: cancelled, or why it failed. */
  | { readonly kind: 'registered'; readonly revision: Revision; readonly failure?: LiveFailure }
  /** Something was begun that ends later; `note`: it is not all that was asked for. */
  | { readonly kind: 'begun'; readonly subject: Subject; readonly note?: string }
  /** The service was changed, and no deployment came of it. */
  | { readonly kind: 'changed' };

/**
 * Carries a plan out, each call once and as who confirmed it; the signal stops it between two calls. Throws `LiveFailure`
 * where nothing was changed for sure, or nobody can tell.
 */
export async function carryOut(
  plan: Plan,
  input: DeployInput,
  ports: ChangePorts,
  report: (message: string) => void,
  signal: Signal,
): Promise<Done> {
  const { gateway, memory, t } = ports;
  const key = intentKey(plan, input);
  const isUnsettled = asksAgain(plan, key, ports);
  const settle = async (): Promise<void> => {
    if (!isUnsettled) await endIntent(memory, key);
  };
  let revision: Revision | undefined;
  for (const change of plan.changes) {
    try {
      await stillThe(plan.place.identity, gateway, t);
      if (signal.aborted) {
        await settle();
        return revision ? { kind: 'registered', revision } : { kind: 'cancelled' };
      }
      if (change.operation === 'RegisterTaskDefinition') {
        await stillInUse(plan, ports);
        report(t('Registering {0}', plan.family));
        await keepIntent(memory, intentOf(change, key, plan, input, ports));
        revision = await register(change.input, plan.family, plan.place, ports);
        continue;
      }
      const ready = withRevision(change, revision);
      await keepIntent(memory, intentOf(ready, key, plan, input, ports));
      const done = await begin(ready, plan, ports, report);
      await endIntent(memory, key);
      return done;
    } catch (error) {
      if (!(error instanceof LiveFailure)) throw error;
      if (!error.details.maybeApplied) await settle();
      if (revision) return { kind: 'registered', revision, failure: runMayBe(error, change, ports) };
      throw explained(error, change, plan, ports);
    }
  }
  return revision ? { kind: 'registered', revision } : { kind: 'cancelled' };
}

// Before a revision is made that the service would not get.
async function stillInUse({ place, inUse }: Plan, ports: ChangePorts): Promise<void> {
  const { cluster, service } = place;
  if (!inUse || !service) return;
  requireStill(inUse.arn, await ports.gateway.serviceDetails(cluster.arn, service.arn), place, ports);
}

// That a repeated call fails says nothing of the one before, which had no answer: its token is still needed.
function asksAgain({ changes }: Plan, key: string, { memory }: ChangePorts): boolean {
  const earlier = intents(memory).find((it) => it.key === key);
  return (
    earlier?.token !== undefined && changes.some(({ input }: { input: Json }) => input.clientToken === earlier.token)
  );
}

async function begin(change: Change, plan: Plan, ports: ChangePorts, report: (message: string) => void): Promise<Done> {
  const { t } = ports;
  const { place } = plan;
  switch (change.operation) {
    case 'RunTask': {
      report(t('Starting {0}', definitionName(change.input.taskDefinition) ?? plan.family));
      const { tasks, missing } = await startTasks(change.input, place, ports);
      const taskArns = tasks.map(({ arn }) => arn);
      const started = { kind: 'tasks', taskArns, ...begunOf(change, plan, ports) } as const;
      return { kind: 'begun', subject: started, ...(missing === undefined ? {} : { note: missing }) };
    }
    case 'CreateService':
      report(t('Creating {0}', nameOf(place)));
      return deployed(await createService(change.input, place, ports), change, plan, ports);
    case 'UpdateService':
      report(t('Updating {0}', nameOf(place)));
      return deployed(await updateService(change.input, place, ports, plan.inUse?.arn), change, plan, ports);
    default:
      return { kind: 'changed' };
  }
}

function deployed({ details, deploys }: Begun, change: Change, plan: Plan, ports: ChangePorts): Done {
  if (!deploys) return { kind: 'changed' };
  const { arn, name } = details.service;
  const begun = begunOf(change, plan, ports);
  const id = primaryId(details);
  const subject: Subject = {
    kind: 'deployment',
    ...begun,
    place: { ...plan.place, service: { arn, name } },
    taskDefinitionArn: begun.taskDefinitionArn || (details.service.taskDefinition ?? ''),
    ...(id === undefined ? {} : { deploymentId: id }),
    ...(plan.inUse && plan.inUse.arn !== begun.taskDefinitionArn
      ? { undo: { taskDefinitionArn: plan.inUse.arn } }
      : {}),
  };
  return { kind: 'begun', subject };
}

function begunOf(change: Change, plan: Plan, { clock, t }: ChangePorts) {
  const input: Json = change.input;
  const named = typeof input.taskDefinition === 'string' ? input.taskDefinition : plan.inUse?.arn;
  const { service, cluster } = plan.place;
  return {
    place: plan.place,
    family: plan.family,
    taskDefinitionArn: named ?? '',
    startedAt: clock.now(),
    title: t('{0} in {1}', service?.name ?? plan.family, cluster.name),
    calls: plan.changes.map(({ operation }) =>
      operation === 'RegisterTaskDefinition' ? `${operation} ${definitionName(named) ?? plan.family}` : operation,
    ),
  };
}

// What comes after registering names the revision as it was planned; ECS has given it its ARN.
function withRevision(change: Change, revision: Revision | undefined): Change {
  if (!revision) return change;
  return { ...change, input: { ...change.input, taskDefinition: revision.arn } } as Change;
}

function runMayBe(error: LiveFailure, { operation }: Change, { t }: ChangePorts): LiveFailure {
  if (operation !== 'RunTask' || !error.details.maybeApplied) return error;
  return withPreface(error, t('It may have started all the same; trying again starts no second one.'));
}

function explained(error: LiveFailure, change: Change, plan: Plan, ports: ChangePorts): LiveFailure {
  const { t } = ports;
  if (!error.details.maybeApplied) return error;
  switch (change.operation) {
    case 'RegisterTaskDefinition': {
      const maybe = t('It could not be seen that {0} was registered; nothing was sent after it.', plan.family);
      return withPreface(error, maybe, t('Trying again uses the revision if it was registered after all.'));
    }
    case 'RunTask':
      return withPreface(runMayBe(error, change, ports), t('No task was seen to start.'));
    default:
      return withPreface(error, t('It could not be seen that {0} was changed, and it may be.', nameOf(plan.place)));
  }
}

/** What an intent of a plan is kept by. */
export function intentKey(plan: Plan, input: DeployInput): string {
  const { cluster, service, connection } = plan.place;
  return service ? serviceKey(cluster.arn, service.arn, connection) : runKey(input);
}

function intentOf(change: Change, key: string, plan: Plan, input: DeployInput, { clock }: ChangePorts): Intent {
  const { identity, connection, cluster, service } = plan.place;
  const { clientToken, ...rest }: Json = change.input;
  return {
    key,
    operation: change.operation,
    source: input.source,
    family: input.family,
    target: input.target.name,
    ...(connection.profile === undefined ? {} : { profile: connection.profile }),
    region: connection.region,
    account: identity.account,
    clusterArn: cluster.arn,
    ...(service ? { service: service.name } : {}),
    ...(typeof rest.taskDefinition === 'string' ? { revisionArn: rest.taskDefinition } : {}),
    ...(plan.deploymentId === undefined ? {} : { deploymentId: plan.deploymentId }),
    ...(typeof clientToken === 'string' ? { token: clientToken } : {}),
    digest: digest(rest),
    at: clock.now(),
  };
}
