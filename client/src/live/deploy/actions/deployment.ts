import type { Subject } from '../../activity/subject';
import { LiveFailure } from '../../failure';
import { lastPart } from '../../find/resource';
import type { ServiceDeployment } from '../../records';
import { definitionName } from '../../task-state';
import type { ChangePorts } from '../input';
import { placeIn } from '../place';
import type { Place } from '../plan';

/** A deployment by its own ARN, or the one under way of a service. */
export type DeploymentName =
  | { readonly deploymentArn: string }
  | { readonly clusterArn: string; readonly serviceArn: string };

/** A deployment that is about to be stopped or continued, and where it is. */
export interface ReadDeployment {
  readonly place: Place & { readonly service: NonNullable<Place['service']> };
  readonly deployment: ServiceDeployment;
  /** `family:revision` of what it leads to. */
  readonly leadsTo: string;
  readonly subject: Subject;
}

/** Reads a deployment that has not ended. Throws `LiveFailure`, also where it has, or where there is none. */
export async function readDeployment(name: DeploymentName, ports: ChangePorts): Promise<ReadDeployment> {
  const { gateway, clock, t } = ports;
  const deployment = await find(name, ports);
  const { arn, targetRevisionArn } = deployment;
  const { clusterArn, serviceArn } = 'serviceArn' in name ? name : ownersOf(arn);
  const service = { arn: serviceArn, name: lastPart(serviceArn) };
  const place = { ...(await placeIn(clusterArn, undefined, ports)), service };
  const revisions = targetRevisionArn === undefined ? [] : (await gateway.serviceRevisions([targetRevisionArn])).items;
  const taskDefinitionArn = revisions[0]?.taskDefinitionArn ?? '';
  const leadsTo = definitionName(taskDefinitionArn) ?? service.name;
  const subject = {
    kind: 'deployment',
    place,
    family: leadsTo.split(':')[0] ?? service.name,
    taskDefinitionArn,
    startedAt: clock.now(),
    title: t('{0} in {1}', service.name, place.cluster.name),
    deploymentArn: arn,
  } as const;
  return { place, deployment, leadsTo, subject };
}

async function find(name: DeploymentName, { gateway, t }: ChangePorts): Promise<ServiceDeployment> {
  const found =
    'deploymentArn' in name
      ? await gateway.serviceDeployment(name.deploymentArn)
      : (await gateway.serviceDeployments(name.clusterArn, name.serviceArn)).items.find(isUnderWay);
  if (found && isUnderWay(found)) return found;
  throw new LiveFailure('not-found', t('No deployment is under way there any more.'), 'retry');
}

/** It can still be stopped. */
export function isUnderWay({ status }: ServiceDeployment): boolean {
  return status === 'PENDING' || status === 'IN_PROGRESS';
}

/** What a deployment belongs to, out of its ARN: `arn:…:service-deployment/CLUSTER/SERVICE/ID`. */
export function ownersOf(arn: string): { readonly clusterArn: string; readonly serviceArn: string } {
  const [, head = '', cluster = '', service = ''] = /^(.*:)service-deployment\/([^/]+)\/([^/]+)\//.exec(arn) ?? [];
  return { clusterArn: `${head}cluster/${cluster}`, serviceArn: `${head}service/${cluster}/${service}` };
}
