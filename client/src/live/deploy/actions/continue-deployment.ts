import type { ContinueDeploymentInput } from '../../change';
import { LiveFailure } from '../../failure';
import type { ServiceDeployment } from '../../records';
import { nameOf } from '../begin-service';
import type { ChangePorts, Outcome } from '../input';
import { sendOnce } from '../send-once';
import { act, typedFor, type Way } from './act';
import { type DeploymentName, readDeployment } from './deployment';

/** Continues a deployment that waits for somebody, or rolls it back. Throws `LiveFailure`, also where it does not wait. */
export async function continueDeployment(name: DeploymentName, ports: ChangePorts): Promise<Outcome> {
  const { gateway, t } = ports;
  const { place, deployment, leadsTo, subject } = await readDeployment(name, ports);
  const hook = waitingHook(deployment);
  if (!hook) {
    const sentence = t('The deployment of {0} waits for nobody at the moment.', nameOf(place));
    throw new LiveFailure('invalid', sentence, 'retry');
  }
  const wayOf = (action: ContinueDeploymentInput['action'], button: string): Way => {
    const input = { serviceDeploymentArn: deployment.arn, hookId: hook.id, action };
    const call = {
      place,
      operation: 'ContinueServiceDeployment',
      target: () => nameOf(place),
      send: () => gateway.continueServiceDeployment(input),
      seen: async () => {
        const now = await gateway.serviceDeployment(deployment.arn);
        return now && waitingHook(now)?.id !== hook.id ? now : undefined;
      },
    };
    return {
      button,
      plan: {
        place,
        changes: [{ operation: 'ContinueServiceDeployment', input }],
        warnings: [],
        ...typedFor(place, ports),
      },
      send: async () => {
        await sendOnce(call, ports);
        return subject;
      },
      done: t('The deployment of {0} goes on.', nameOf(place)),
    };
  };
  const facts = [
    t('Deployment: {0}', leadsTo),
    ...(deployment.stage === undefined ? [] : [t('Stage: {0}', deployment.stage)]),
    ...(hook.expiresAt === undefined ? [] : [t('Waits until: {0}', hook.expiresAt)]),
  ];
  const ways = [wayOf('CONTINUE', t('Continue')), wayOf('ROLLBACK', t('Roll Back'))];
  return act({ message: t('Continue the deployment of {0} in {1}?', leadsTo, nameOf(place)), facts, ways }, ports);
}

function waitingHook({ hooks = [] }: ServiceDeployment) {
  return hooks.find(({ status }) => status === 'AWAITING_ACTION');
}
