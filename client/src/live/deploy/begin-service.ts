import type { CreateServiceInput, UpdateServiceInput } from '../change';
import { LiveFailure } from '../failure';
import type { ServiceDetails } from '../records';
import { definitionName } from '../task-state';
import type { ChangePorts } from './input';
import type { Place } from './plan';
import { sendOnce } from './send-once';
import { primaryId } from './service-state';

/**
 * Updates a service, sending it once; without an answer the service tells whether it arrived. Nothing is sent where it no longer uses
 * the revision `confirmed`, from which the plan led away. Throws `LiveFailure`.
 */
export async function updateService(
  input: UpdateServiceInput,
  place: Place,
  ports: ChangePorts,
  confirmed?: string,
): Promise<Begun> {
  const { gateway } = ports;
  // Read again: a deployment may have begun since the plan was made.
  const before = await gateway.serviceDetails(input.cluster, input.service);
  requireStill(confirmed, before, place, ports);
  const call = {
    place,
    operation: 'UpdateService',
    target: () => nameOf(place),
    send: () => gateway.updateService(input),
    seen: async () => {
      const now = await gateway.serviceDetails(input.cluster, input.service);
      return now && arrived(input, before, now) ? now : undefined;
    },
  };
  const details = await sendOnce(call, ports);
  const [was, is] = [before && primaryId(before), primaryId(details)];
  return { details, deploys: is !== was || begins(input) };
}

/** Throws `LiveFailure` where a service has got another revision than the one that it had when the user confirmed. */
export function requireStill(
  confirmed: string | undefined,
  now: ServiceDetails | undefined,
  place: Place,
  { t }: Pick<ChangePorts, 't'>,
): void {
  const [expected, used] = [confirmed, now?.service.taskDefinition].map(definitionName);
  if (used === undefined || expected === undefined || used === expected) return;
  const sentence = t(
    '{0} was deployed elsewhere since the plan was made, from {1} to {2}: it was not updated. Start again to see the new plan.',
    nameOf(place),
    expected,
    used,
  );
  throw new LiveFailure('conflict', sentence, 'retry');
}

/** Creates a service, sending it once with one token; without an answer the service is looked for. Throws `LiveFailure`. */
export async function createService(input: CreateServiceInput, place: Place, ports: ChangePorts): Promise<Begun> {
  const { gateway } = ports;
  const call = {
    place,
    operation: 'CreateService',
    target: () => nameOf(place),
    send: () => gateway.createService(input),
    seen: async () => {
      const now = await gateway.serviceDetails(input.cluster, input.serviceName);
      return now?.service.taskDefinition === input.taskDefinition ? now : undefined;
    },
  };
  return { details: await sendOnce(call, ports), deploys: true };
}

/** A service as its change was answered. */
export interface Begun {
  readonly details: ServiceDetails;
  /** A deployment has begun. */
  readonly deploys: boolean;
}

/** Names for sentences: `shop/web`. */
export function nameOf({ cluster, service }: Place): string {
  return service ? `${cluster.name}/${service.name}` : cluster.name;
}

/** A failure with what is left behind said first. */
export function withPreface(error: LiveFailure, ...preface: readonly (string | undefined)[]): LiveFailure {
  const parts = [...preface, error.sentence].filter((part) => part !== undefined);
  return new LiveFailure(error.kind, parts.join(' '), error.action, error.details);
}

function begins({ taskDefinition, forceNewDeployment }: UpdateServiceInput): boolean {
  return taskDefinition !== undefined || forceNewDeployment === true;
}

// A deployment that was not there before, of what was sent; by its ID, not its time: clocks differ.
function arrived(input: UpdateServiceInput, before: ServiceDetails | undefined, now: ServiceDetails): boolean {
  const primary = now.deployments.find(({ status }) => status === 'PRIMARY');
  const isNew = primary !== undefined && primary.id !== (before && primaryId(before));
  const isOurs = input.taskDefinition === undefined || primary?.taskDefinitionArn === input.taskDefinition;
  const isScaled = input.desiredCount === undefined || now.service.desired === input.desiredCount;
  const isSwitched = input.enableExecuteCommand === undefined || now.executeCommand === input.enableExecuteCommand;
  return isOurs && isScaled && isSwitched && (isNew || !begins(input));
}
