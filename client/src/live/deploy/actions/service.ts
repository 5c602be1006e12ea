import type { Subject } from '../../activity/subject';
import type { UpdateServiceInput } from '../../change';
import { LiveFailure } from '../../failure';
import { lastPart } from '../../find/resource';
import type { ServiceDetails } from '../../records';
import { definitionName } from '../../task-state';
import { nameOf, updateService } from '../begin-service';
import type { ChangePorts } from '../input';
import { placeIn } from '../place';
import type { ActionPlan, Place } from '../plan';
import { presentService, primaryId, refusal } from '../service-state';
import { typedFor } from './act';

/** A service as a row names it. */
export interface ServiceName {
  readonly clusterArn: string;
  readonly arn: string;
}

/** A service as it is now, and where it is. */
export interface ReadService {
  readonly place: Place & { readonly service: NonNullable<Place['service']> };
  readonly details: ServiceDetails;
}

/** Reads a service that is about to be changed. Throws `LiveFailure`, also when it is gone. */
export async function readService({ clusterArn, arn }: ServiceName, ports: ChangePorts): Promise<ReadService> {
  const service = { arn, name: lastPart(arn) };
  const place = await placeIn(clusterArn, service, ports);
  return { place: { ...place, service }, details: await presentService(place, ports) };
}

/** Throws `LiveFailure` where ECS takes no deployment of it. */
export function requireDeployable({ details }: ReadService, { t }: ChangePorts): void {
  const why = refusal(details, t);
  if (why) throw new LiveFailure('invalid', why, 'show-log');
}

/** The plan of one UpdateService. */
export function updatePlan(
  place: Place,
  input: UpdateServiceInput,
  warnings: readonly string[],
  ports: ChangePorts,
): ActionPlan {
  return { place, changes: [{ operation: 'UpdateService', input }], warnings, ...typedFor(place, ports) };
}

/** Sends an update, unless the service has got another revision since it was read; answers the deployment that it has begun. Throws `LiveFailure`. */
export async function sendUpdate(
  input: UpdateServiceInput,
  { place, details: read }: ReadService,
  ports: ChangePorts,
): Promise<Subject | undefined> {
  const { details, deploys } = await updateService(input, place, ports, read.service.taskDefinition);
  if (!deploys) return undefined;
  const id = primaryId(details);
  const arn = details.service.taskDefinition ?? '';
  return {
    kind: 'deployment',
    place,
    family: definitionName(arn)?.split(':')[0] ?? place.service.name,
    taskDefinitionArn: arn,
    startedAt: ports.clock.now(),
    title: ports.t('{0} in {1}', place.service.name, place.cluster.name),
    calls: [`UpdateService ${nameOf(place)}`],
    ...(id === undefined ? {} : { deploymentId: id }),
  };
}
