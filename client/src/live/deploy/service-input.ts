import type { CreateServiceInput, Json, UpdateServiceInput } from '../change';
import type { ServiceDetails } from '../records';
import type { Plan } from './plan';
import { tagsOf } from './run-input';
import type { Target } from './target';

/** The UpdateService input that brings a service to a revision; undefined where it is there already. */
export function updateInput(
  target: Target,
  clusterArn: string,
  details: ServiceDetails,
  taskDefinition: { readonly name: string; readonly inUse: boolean },
): UpdateServiceInput | undefined {
  const { service } = details;
  const force = target.forceNewDeployment === true;
  const scaled = target.desiredCount !== undefined && target.desiredCount !== service.desired;
  const exec = target.enableExecuteCommand;
  const switched = exec !== undefined && exec !== details.executeCommand;
  if (taskDefinition.inUse && !force && !scaled && !switched) return undefined;
  return {
    cluster: clusterArn,
    service: service.name,
    ...(taskDefinition.inUse ? {} : { taskDefinition: taskDefinition.name }),
    ...(scaled ? { desiredCount: target.desiredCount } : {}),
    ...(force ? { forceNewDeployment: true } : {}),
    ...settingsOf(target),
  };
}

/** The CreateService input of a service file, for the cluster, service and revision of a plan. */
export function createInput(
  file: Json,
  target: Target,
  clusterArn: string,
  taskDefinition: string,
  clientToken: string,
): CreateServiceInput {
  const { desiredCount } = target;
  return {
    ...Object.fromEntries(Object.entries(file).filter(([key, value]) => value != null && !OURS.has(key))),
    cluster: clusterArn,
    serviceName: target.service ?? String(file.serviceName),
    taskDefinition,
    ...(desiredCount === undefined ? {} : { desiredCount }),
    ...settingsOf(target),
    ...tagsOf(target),
    clientToken,
  };
}

/** The same plan with the service's circuit breaker switched on. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html */
export function withCircuitBreaker(plan: Plan): Plan {
  const deploymentConfiguration = { deploymentCircuitBreaker: { enable: true, rollback: true } };
  return {
    ...plan,
    changes: plan.changes.map((change) =>
      change.operation === 'UpdateService'
        ? { ...change, input: { ...change.input, deploymentConfiguration } }
        : change,
    ),
  };
}

function settingsOf({ enableExecuteCommand, propagateTags }: Target): Json {
  return {
    ...(enableExecuteCommand === undefined ? {} : { enableExecuteCommand }),
    ...(propagateTags === undefined ? {} : { propagateTags }),
  };
}

/** The plan decides about these, of an UpdateService input the name is `service`; editors alone read the schema. */
const OURS: ReadonlySet<string> = new Set([
  '$schema',
  'cluster',
  'service',
  'serviceName',
  'taskDefinition',
  'clientToken',
  'forceNewDeployment',
]);
