import { definitionName } from '../../task-state';
import { nameOf } from '../begin-service';
import type { ChangePorts, Outcome } from '../input';
import { deploymentWarnings } from '../service-state';
import { act } from './act';
import { readService, requireDeployable, type ServiceName, sendUpdate, updatePlan } from './service';

/** Replaces the tasks of a service by new ones of the same revision. Throws `LiveFailure`. */
export async function forceDeploy(name: ServiceName, ports: ChangePorts): Promise<Outcome> {
  const { t } = ports;
  const read = await readService(name, ports);
  requireDeployable(read, ports);
  const { details, place } = read;
  const input = { cluster: place.cluster.arn, service: details.service.name, forceNewDeployment: true };
  const way = {
    button: t('Force New Deployment'),
    plan: updatePlan(place, input, deploymentWarnings(details, t), ports),
    send: () => sendUpdate(input, read, ports),
    done: t('A new deployment of {0} has begun.', nameOf(place)),
  };
  const facts = [t('Task definition: {0} (as it is)', definitionName(details.service.taskDefinition) ?? '?')];
  return act({ message: t('Force a new deployment of {0}?', nameOf(place)), facts, ways: [way] }, ports);
}
