import type { StopDeploymentInput } from '../../change';
import { nameOf } from '../begin-service';
import type { ChangePorts, Outcome } from '../input';
import { sendOnce } from '../send-once';
import { act, typedFor } from './act';
import { type DeploymentName, isUnderWay, readDeployment } from './deployment';

/** Stops a deployment under way and goes back to what was there before, or leaves it as far as it is. Throws `LiveFailure`. */
export async function stopDeployment(
  name: DeploymentName,
  stopType: StopDeploymentInput['stopType'],
  ports: ChangePorts,
): Promise<Outcome> {
  const { gateway, t } = ports;
  const { place, deployment, leadsTo, subject } = await readDeployment(name, ports);
  const input = { serviceDeploymentArn: deployment.arn, stopType };
  const call = {
    place,
    operation: 'StopServiceDeployment',
    target: () => nameOf(place),
    send: () => gateway.stopServiceDeployment(input),
    seen: async () => {
      const now = await gateway.serviceDeployment(deployment.arn);
      return now && !isUnderWay(now) ? now : undefined;
    },
  };
  const rollsBack = stopType === 'ROLLBACK';
  // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_StopServiceDeployment.html
  const refused = rollsBack ? [] : [t('AWS documents rolling back only: it may refuse to stop without.')];
  const way = {
    button: rollsBack ? t('Roll Back') : t('Stop Deployment'),
    plan: {
      place,
      changes: [{ operation: 'StopServiceDeployment', input } as const],
      warnings: refused,
      ...typedFor(place, ports),
    },
    send: async () => {
      await sendOnce(call, ports);
      return subject;
    },
    done: t('The deployment of {0} is being stopped.', nameOf(place)),
  };
  const message = rollsBack
    ? t('Roll the deployment of {0} in {1} back?', leadsTo, nameOf(place))
    : t('Stop the deployment of {0} in {1}?', leadsTo, nameOf(place));
  return act({ message, facts: [t('Deployment: {0}', leadsTo)], ways: [way] }, ports);
}
