import { LiveFailure } from '../failure';
import type { Signal, Translate } from '../ports';
import type { ServiceDetails } from '../records';
import { definitionName } from '../task-state';
import type { PlanPorts } from './input';
import type { Place } from './plan';

/** A service that ECS itself deploys; undefined where there is none. Throws `LiveFailure`, also for other controllers. */
export async function deployableService(
  clusterArn: string,
  service: string,
  { gateway, t }: PlanPorts,
  signal?: Signal,
): Promise<ServiceDetails | undefined> {
  const details = await gateway.serviceDetails(clusterArn, service, signal);
  const why = details && refusal(details, t);
  if (why) throw new LiveFailure('invalid', why, 'show-log');
  return details;
}

/** The same, where it has to be there. Throws `LiveFailure`. */
export async function presentService(place: Place, ports: PlanPorts): Promise<ServiceDetails> {
  const { service, cluster } = place;
  const details = service && (await ports.gateway.serviceDetails(cluster.arn, service.arn));
  if (details) return details;
  const sentence = ports.t('Service {0} is not in {1} any more.', service?.name ?? '', cluster.name);
  throw new LiveFailure('not-found', sentence, 'retry');
}

/** Why ECS takes no deployment of a service; undefined where it does. */
export function refusal({ controller, service }: ServiceDetails, t: Translate): string | undefined {
  // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
  if (controller === 'CODE_DEPLOY') {
    return t('{0} is deployed by CodeDeploy: ECS takes no new task definition for it. Deploy it there.', service.name);
  }
  if (controller === 'EXTERNAL') {
    return t('{0} has an external deployment controller: its tasks come from task sets, not from ECS.', service.name);
  }
  return service.status === 'DRAINING' ? t('{0} is being deleted.', service.name) : undefined;
}

/** Throws `LiveFailure` where a service has no count to set. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html */
export function requireCount({ service, schedulingStrategy }: ServiceDetails, t: Translate): void {
  if (schedulingStrategy !== 'DAEMON') return;
  const sentence = t('{0} runs a task on each container instance: it has no count to set.', service.name);
  throw new LiveFailure('invalid', sentence, 'show-log');
}

/** What to know before a service is deployed. */
export function deploymentWarnings({ service, deployments, rollout }: ServiceDetails, t: Translate): readonly string[] {
  if (!service.deploying) return [];
  const now = definitionName(deployments.find(({ status }) => status === 'PRIMARY')?.taskDefinitionArn) ?? '?';
  return [
    rollout.strategy === 'ROLLING'
      ? t('A deployment of {0} is under way: this one takes its place.', now)
      : t('A deployment of {0} is under way: ECS may refuse another one until it has ended.', now),
  ];
}

/** The deployment that the service works on, by its ID: a new one has another. */
export function primaryId({ deployments }: ServiceDetails): string | undefined {
  return deployments.find(({ status }) => status === 'PRIMARY')?.id;
}
