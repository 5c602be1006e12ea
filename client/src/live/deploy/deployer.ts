import type { StopDeploymentInput } from '../change';
import { lastPart } from '../find/resource';
import { continueDeployment } from './actions/continue-deployment';
import { type DeploymentName, ownersOf } from './actions/deployment';
import { deregister } from './actions/deregister';
import { forceDeploy } from './actions/force-deploy';
import { type RegisterInput, registerOnly } from './actions/register';
import { scale } from './actions/scale';
import type { ServiceName } from './actions/service';
import { stopDeployment } from './actions/stop-deployment';
import { stopTask } from './actions/stop-task';
import { deploy } from './deploy';
import type { ChangePorts, DeployInput, Outcome } from './input';
import { serviceKey } from './keys';
import { oneAtATime } from './one-at-a-time';

/**
 * Changes things in ECS: each plans, asks once, sends each call once, keeps a line of it and watches what it has begun. Of
 * what works on the same service, or runs the same family of a file, the second says that one is under way and does nothing
 * else. All throw `LiveFailure`, with what was done until then in its sentence.
 */
export interface Deployer {
  /** Registers what is new and runs it, or updates or creates the service. */
  deploy(input: DeployInput, ports: ChangePorts): Promise<Outcome>;
  register(input: RegisterInput, ports: ChangePorts): Promise<Outcome>;
  deregister(revisionArn: string, ports: ChangePorts): Promise<Outcome>;
  scale(service: ServiceName, ports: ChangePorts): Promise<Outcome>;
  forceDeploy(service: ServiceName, ports: ChangePorts): Promise<Outcome>;
  stopTask(clusterArn: string, taskArn: string, ports: ChangePorts): Promise<Outcome>;
  stopDeployment(
    deployment: DeploymentName,
    stopType: StopDeploymentInput['stopType'],
    ports: ChangePorts,
  ): Promise<Outcome>;
  continueDeployment(deployment: DeploymentName, ports: ChangePorts): Promise<Outcome>;
}

/** A deployer that knows what is under way; one for a window. */
export function createDeployer(): Deployer {
  const oneOnly = oneAtATime();
  const alone = (key: string, about: string, ports: ChangePorts, work: () => Promise<Outcome>): Promise<Outcome> =>
    oneOnly.run(key, work, async () => {
      void ports.ui.inform('info', ports.t('Something is being done with {0} already.', lastPart(about)));
      return { kind: 'busy' };
    });
  const onService = (cluster: string, service: string, ports: ChangePorts, work: () => Promise<Outcome>) =>
    alone(serviceKey(cluster, service, ports.gateway.connection), service, ports, work);
  const onDeployment = (name: DeploymentName, ports: ChangePorts, work: () => Promise<Outcome>) => {
    const { clusterArn, serviceArn } = 'serviceArn' in name ? name : ownersOf(name.deploymentArn);
    return onService(clusterArn, serviceArn, ports, work);
  };
  return {
    deploy: (input, ports) => deploy(input, oneOnly, ports),
    register: (input, ports) =>
      alone(`register ${input.source}#${input.family}`, input.family, ports, () => registerOnly(input, ports)),
    deregister: (arn, ports) => alone(arn, arn, ports, () => deregister(arn, ports)),
    scale: (service, ports) => onService(service.clusterArn, service.arn, ports, () => scale(service, ports)),
    forceDeploy: (service, ports) =>
      onService(service.clusterArn, service.arn, ports, () => forceDeploy(service, ports)),
    stopTask: (clusterArn, taskArn, ports) =>
      alone(taskArn, taskArn, ports, () => stopTask(clusterArn, taskArn, ports)),
    stopDeployment: (name, stopType, ports) => onDeployment(name, ports, () => stopDeployment(name, stopType, ports)),
    continueDeployment: (name, ports) => onDeployment(name, ports, () => continueDeployment(name, ports)),
  };
}
