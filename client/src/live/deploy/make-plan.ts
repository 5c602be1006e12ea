import type { Change, Json } from '../change';
import { registerInput, sameDefinition } from '../definition';
import { LiveFailure } from '../failure';
import { clusterName } from '../find/resource';
import type { Revision, Signal } from '../ports';
import type { ServiceDetails } from '../records';
import { differences } from './differences';
import type { DeployInput, PlanPorts } from './input';
import { serviceOf } from './keys';
import { placeOf } from './place';
import type { NextRevision, Place, Plan } from './plan';
import { runInput } from './run-input';
import { runToken } from './run-token';
import { createInput, updateInput } from './service-input';
import { deployableService, deploymentWarnings, primaryId, requireCount } from './service-state';
import { lostDeployment } from './unfinished';

/**
 * Reads what is there and answers what deploying would change; a plan without changes has nothing to do. Throws
 * `LiveFailure`.
 */
export async function makePlan(input: DeployInput, ports: PlanPorts, signal?: Signal): Promise<Plan> {
  const { target, family } = input;
  const { gateway } = ports;
  const place = await placeOf(target, ports, signal);
  const definition = { ...registerInput(input.definition), family };
  const [details, newest] = await Promise.all([
    target.kind === 'service' ? serviceFound(input, place, ports, signal) : undefined,
    gateway.newestRevision(family, signal),
  ]);
  const used = details?.service.taskDefinition;
  const inUse = used === undefined ? undefined : await inUseOf(used, newest, ports, signal);
  const next = nextOf(input, definition, newest, inUse);
  const before = inUse ?? newest;
  const known = { place, details, newest, inUse, definition, next };
  const from = before && differences(before.definition, definition);
  const { changes, warnings } = callsOf(input, known, ports);
  const service = details && { arn: details.service.arn, name: details.service.name };
  const wanted = serviceOf(input);
  const named = wanted === undefined ? undefined : { arn: wanted, name: clusterName(wanted) };
  const there = target.kind === 'service' ? (service ?? named) : undefined;
  const full: Place = { ...place, ...(there ? { service: there } : {}) };
  const typed = ports.protection(full);
  const deploymentId = details && primaryId(details);
  return {
    place: full,
    family,
    definition,
    next,
    ...(inUse ? { inUse } : {}),
    ...(newest && newest.arn !== inUse?.arn ? { newest } : {}),
    differences: from ?? [],
    changes,
    warnings,
    ...(typed === undefined ? {} : { typed }),
    ...(deploymentId === undefined ? {} : { deploymentId }),
    ...(details && details.rollout.strategy === 'ROLLING' && !details.rollout.circuitBreaker
      ? { breakerOff: true }
      : {}),
  };
}

interface Known {
  readonly place: Place;
  readonly definition: Json;
  readonly next: NextRevision;
  readonly details: ServiceDetails | undefined;
  readonly newest: Revision | undefined;
  readonly inUse: Revision | undefined;
}

async function serviceFound(
  input: DeployInput,
  place: Place,
  ports: PlanPorts,
  signal: Signal | undefined,
): Promise<ServiceDetails | undefined> {
  const { t } = ports;
  const { target, serviceFile } = input;
  const service = serviceOf(input);
  if (service === undefined) {
    throw new LiveFailure('invalid', t('The target {0} names no service.', target.name), 'show-log');
  }
  const details = await deployableService(place.cluster.arn, service, ports, signal);
  if (details && target.desiredCount !== undefined) requireCount(details, t);
  // An ARN is of a service that was made already, and perhaps elsewhere.
  if (details || (serviceFile && !service.startsWith('arn:'))) return details;
  const sentence = t(
    'There is no service {0} in {1}: create it first, or name a service file in the target {2}.',
    clusterName(service),
    place.cluster.name,
    target.name,
  );
  throw new LiveFailure('not-found', sentence, 'retry');
}

async function inUseOf(
  arn: string,
  newest: Revision | undefined,
  { gateway }: PlanPorts,
  signal: Signal | undefined,
): Promise<Revision | undefined> {
  return newest?.arn === arn ? newest : await gateway.revision(arn, signal);
}

function nextOf(
  { revision }: DeployInput,
  definition: Json,
  newest: Revision | undefined,
  inUse: Revision | undefined,
): NextRevision {
  // Of several that say the same the one in use: then there may be nothing to do.
  const same = [inUse, newest].find((it) => it && sameDefinition(definition, it.definition));
  const existing = revision ?? (same?.family === definition.family ? same : undefined);
  return existing ? { kind: 'existing', revision: existing } : { kind: 'new', number: (newest?.revision ?? 0) + 1 };
}

function callsOf(
  input: DeployInput,
  known: Known,
  ports: PlanPorts,
): { readonly changes: readonly Change[]; readonly warnings: readonly string[] } {
  const { target, family } = input;
  const { next, details, definition, place } = known;
  const cluster = place.cluster.arn;
  const name = next.kind === 'new' ? `${family}:${next.number}` : next.revision.arn;
  const register: readonly Change[] =
    next.kind === 'new' ? [{ operation: 'RegisterTaskDefinition', input: definition }] : [];
  if (target.kind === 'run') {
    const made = runInput(target, cluster, name, '');
    const { clientToken, warnings } = runToken(input, made, ports);
    return { changes: [...register, { operation: 'RunTask', input: { ...made, clientToken } }], warnings };
  }
  if (!details) {
    const made = createInput(input.serviceFile ?? {}, target, cluster, name, ports.newId());
    return { changes: [...register, { operation: 'CreateService', input: made }], warnings: [] };
  }
  const update = updateInput(target, cluster, details, { name, inUse: name === details.service.taskDefinition });
  if (!update) return { changes: [], warnings: [] };
  return {
    changes: [...register, { operation: 'UpdateService', input: update }],
    warnings: [...lostDeployment(details, ports), ...elsewhere(known, ports), ...deploymentWarnings(details, ports.t)],
  };
}

// A revision that is newer than the one in use, and says something else than the file: its changes would be undone.
function elsewhere({ inUse, newest, definition, next }: Known, { t }: PlanPorts): readonly string[] {
  if (!inUse || !newest || newest.arn === inUse.arn || next.kind === 'existing') return [];
  if (inUse.family !== newest.family) {
    return [t('The service uses {0}:{1}, which is another family.', inUse.family, inUse.revision)];
  }
  if (newest.revision < inUse.revision || sameDefinition(definition, newest.definition)) return [];
  const names = [`${newest.family}:${newest.revision}`, `${inUse.family}:${inUse.revision}`] as const;
  const count = differences(newest.definition, definition).length;
  return [
    t(
      '{0} was registered elsewhere after {1}, which is in use; the file differs from it in {2} places.',
      ...names,
      count,
    ),
  ];
}
