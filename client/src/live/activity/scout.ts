import { LiveFailure } from '../failure';
import type { Clock, EcsGateway, Signal, Translate } from '../ports';
import type { ServiceDeployment, ServiceDetails, ServiceEvent } from '../records';
import { tellsTrouble } from '../tree/events';
import { rowOf, type Sight, stateOf } from './deployment-state';
import type { ActivityEvent, DeploymentState, StoppedTasks } from './events';
import { type Found, findDeployment, sinceOf } from './find-deployment';
import { endOf, outcomeOf } from './judge';
import { eventWords } from './line';
import { stoppedTasks } from './stopped';
import type { DeploymentSubject } from './subject';

/**
 * Answers what one more look at a deployment has brought: what has changed, and its end. A look that throws leaves what
 * was known as it was, so that nothing is lost or told twice. The look throws `LiveFailure`.
 */
export function createScout(
  subject: DeploymentSubject,
  ports: { readonly clock: Clock; readonly t: Translate },
  signal: Signal,
): (gateway: EcsGateway) => Promise<readonly ActivityEvent[]> {
  const memory = { known: nothing };
  return async (gateway) => {
    const { cluster, service } = subject.place;
    const details = await gateway.serviceDetails(cluster.arn, service.arn, signal);
    const look: LookOnce = { subject, gateway, signal, known: memory.known, now: ports.clock.now(), t: ports.t };
    const { known, events } = details ? await seen(details, look) : missing(look);
    memory.known = known;
    return events;
  };
}

interface LookOnce {
  readonly subject: DeploymentSubject;
  readonly gateway: EcsGateway;
  readonly signal: Signal;
  readonly known: Known;
  readonly now: number;
  readonly t: Translate;
}

interface Known {
  readonly found: Found;
  /** How often in a row ECS did not know what we look for. */
  readonly misses: number;
  readonly since?: number;
  readonly state?: DeploymentState;
  /** By ARN of a service revision. */
  readonly definitions: ReadonlyMap<string, string>;
  readonly events: readonly ServiceEvent[];
  readonly stopped: readonly StoppedTasks[];
  /** How many signs of stopped tasks there were when they were read, and when that was. */
  readonly read: { readonly signs: number; readonly at: number };
}

const nothing: Known = {
  found: 'none-yet',
  misses: 0,
  definitions: new Map(),
  events: [],
  stopped: [],
  read: { signs: 0, at: 0 },
};

interface Seen {
  readonly known: Known;
  readonly events: readonly ActivityEvent[];
}

/** So many looks ECS may not know what it has just made: its answers lag behind its changes. */
const patience = 6;
/** Between two looks at stopped tasks, in milliseconds. */
const readStoppedEvery = 30_000;

async function seen(details: ServiceDetails, look: LookOnce): Promise<Seen> {
  const { subject, gateway, signal, known, now, t } = look;
  const since = known.since ?? sinceOf(subject, details);
  const located = await locate(details, since, look);
  const { deployment } = located;
  const row = rowOf(subject, details, since);
  const definitions = await namesOf(deployment, look);
  const sight: Sight = { details, definitions, ...(deployment ? { deployment } : {}), ...(row ? { row } : {}) };
  const state = stateOf(sight, known.state, now);
  const fresh = newEvents(details, since, known.events);
  const events = [...known.events, ...fresh];
  // While ECS may still come to name the deployment, its row is not yet the last word.
  const decidable = deployment !== undefined || located.found === 'unsupported';
  const outcome = decidable ? outcomeOf(subject, sight, await hasNewer(sight, gateway, signal)) : undefined;
  const signs = state.counts.failed + events.filter(isTrouble).length;
  const isDue = signs > known.read.signs && now - known.read.at >= readStoppedEvery;
  const isBad = outcome !== undefined && outcome !== 'succeeded';
  const stopped = isDue || isBad ? await readStopped(since, row?.id, look) : known.stopped;
  const troubles = events.filter(isTrouble).map(eventWords);
  return {
    known: {
      found: located.found,
      misses: located.misses,
      since,
      state,
      definitions,
      events,
      stopped,
      read: isDue ? { signs, at: now } : known.read,
    },
    events: [
      ...(same(state, known.state) ? [] : [{ kind: 'deployment', state } as const]),
      ...fresh.map((event) => ({ kind: 'service-event', event }) as const),
      ...(same(stopped, known.stopped) ? [] : [{ kind: 'stopped-tasks', groups: stopped } as const]),
      ...(outcome ? [{ kind: 'end', end: endOf(outcome, sight, stopped, troubles.slice(-3), t) } as const] : []),
    ],
  };
}

function missing({ known, t }: LookOnce): Seen {
  const misses = known.misses + 1;
  const end = { kind: 'failed', cause: t('The service is not there any more.'), details: [] } as const;
  return { known: { ...known, misses }, events: misses > patience ? [{ kind: 'end', end }] : [] };
}

async function locate(
  details: ServiceDetails,
  since: number,
  { subject, gateway, signal, known }: LookOnce,
): Promise<{ readonly found: Found; readonly misses: number; readonly deployment?: ServiceDeployment }> {
  const found =
    typeof known.found === 'object' || known.found === 'unsupported'
      ? known.found
      : await findDeployment(subject, details, since, gateway, signal);
  if (found === 'unsupported') return { found, misses: 0 };
  const deployment = typeof found === 'object' ? await gateway.serviceDeployment(found.arn, signal) : undefined;
  if (deployment) return { found, misses: 0, deployment };
  const misses = known.misses + 1;
  return { found: misses >= (found === 'none-at-all' ? 2 : patience) ? 'unsupported' : found, misses };
}

/** The task definitions of the revisions that take part, each asked for once; a name is not worth a failed look. */
async function namesOf(
  deployment: ServiceDeployment | undefined,
  { subject, gateway, signal, known }: LookOnce,
): Promise<ReadonlyMap<string, string>> {
  if (!deployment) return known.definitions;
  const { target, sources = [] } = deployment;
  const before = target ? new Map([[target.arn, subject.taskDefinitionArn]]) : new Map<string, string>();
  for (const [arn, name] of known.definitions) before.set(arn, name);
  const unknown = sources.map(({ arn }) => arn).filter((arn) => !before.has(arn));
  if (unknown.length === 0) return before;
  const { items } = await orElse(gateway.serviceRevisions(unknown, signal), { items: [], failures: [] });
  return new Map([
    ...before,
    // What ECS does not know it will not know later either.
    ...unknown.map((arn) => [arn, arn] as const),
    ...items.map((it) => [it.arn, it.taskDefinitionArn] as const),
  ]);
}

/** Whether a deployment that was stopped had to make way for another one. */
async function hasNewer({ details, deployment, row }: Sight, gateway: EcsGateway, signal: Signal): Promise<boolean> {
  if (deployment?.status !== 'STOPPED') return false;
  const { currentDeploymentArn: current, deployments } = details;
  const began = (it: { readonly createdAt?: string } | undefined): number => Date.parse(it?.createdAt ?? '');
  const primary = deployments.find(({ status }) => status === 'PRIMARY');
  if (primary && primary.id !== row?.id && began(primary) >= began(deployment)) return true;
  if (!current || current === deployment.arn) return false;
  return began(await orElse(gateway.serviceDeployment(current, signal), undefined)) >= began(deployment);
}

async function readStopped(
  since: number,
  rowId: string | undefined,
  { subject, gateway, signal, known, t }: LookOnce,
): Promise<readonly StoppedTasks[]> {
  const { place, taskDefinitionArn } = subject;
  const deploymentId = subject.deploymentId ?? rowId;
  const ours = {
    clusterArn: place.cluster.arn,
    serviceName: place.service.name,
    taskDefinitionArn,
    since,
    ...(deploymentId === undefined ? {} : { deploymentId }),
  };
  return orElse(stoppedTasks(ours, gateway, signal, t), known.stopped);
}

async function orElse<T>(work: Promise<T>, instead: T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof LiveFailure) return instead;
    throw error;
  }
}

/** Oldest first. */
function newEvents({ events }: ServiceDetails, since: number, known: readonly ServiceEvent[]): readonly ServiceEvent[] {
  const told = new Set(known.map(keyOf));
  const isOurs = (event: ServiceEvent): boolean => event.at === undefined || Date.parse(event.at) >= since;
  return events.filter((event) => !told.has(keyOf(event)) && isOurs(event)).toReversed();
}

function isTrouble({ message }: ServiceEvent): boolean {
  return tellsTrouble(message);
}

function keyOf({ id, at, message }: ServiceEvent): string {
  return id || `${at} ${message}`;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
