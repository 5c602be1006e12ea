import type { Json } from '../change';
import { refusal } from '../deploy/service-state';
import type { TargetNetwork } from '../deploy/target';
import { clusterName } from '../find/resource';
import type { LoadBalancer, ServiceDetails } from '../records';
import type { Asking, Question, Verdict } from './check';
import type { Aim } from './verify';
import { objectAt, objectsAt, textAt } from './written';

/** The service of a target as it is; undefined where there is none. */
export function serviceOf({ target }: Aim, { gateway, once, signal }: Asking): Promise<ServiceDetails | undefined> {
  const { cluster, service } = target;
  return once('service', async () =>
    service === undefined ? undefined : gateway.serviceDetails(cluster, service, signal),
  );
}

/** Whether the service is there, or can be made, and takes deployments. */
export function serviceQuestion(aim: Aim, asking: Asking): Question {
  const { t } = asking;
  const about = t('Service {0}', clusterName(aim.target.service ?? ''));
  const ask = async (): Promise<readonly Verdict[]> => {
    const details = await serviceOf(aim, asking);
    const sentence = details && refusal(details, t);
    if (sentence) return [{ state: 'failed', sentence }];
    if (details) return [{ state: 'ok', sentence: t('{0} exists.', about) }];
    if (aim.serviceFile) return [{ state: 'ok', sentence: t('{0} will be made from its file.', about) }];
    const fix = t('Create the service, or name a service file in the target.');
    return [{ state: 'failed', sentence: t('{0} does not exist in the cluster.', about), fix }];
  };
  return { id: 'service', path: '', about, ask };
}

/** The network in CreateService input; undefined where there is none. */
export function networkIn(service: Json): TargetNetwork | undefined {
  const whole = objectAt({ path: '', value: service }, 'networkConfiguration');
  const { value } = objectAt(whole, 'awsvpcConfiguration');
  const subnets = textsOf(value.subnets);
  return subnets.length === 0 ? undefined : { subnets, securityGroups: textsOf(value.securityGroups) };
}

/** The load balancers in CreateService input. */
export function balancersIn(service: Json): readonly LoadBalancer[] {
  return objectsAt({ path: '', value: service }, 'loadBalancers').map((it) => {
    const { containerPort } = it.value;
    const members = {
      containerName: textAt(it, 'containerName')?.value,
      containerPort: typeof containerPort === 'number' ? containerPort : undefined,
      targetGroupArn: textAt(it, 'targetGroupArn')?.value,
      alternateTargetGroupArn: textAt(objectAt(it, 'advancedConfiguration'), 'alternateTargetGroupArn')?.value,
    };
    return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
  });
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((it) => typeof it === 'string') : [];
}
