import { hasPlaceholder } from '../../../../server/src/service/syntax/placeholder';
import type { Json } from '../change';
import type { LoadBalancer } from '../records';
import type { Asking, Question, Verdict } from './check';
import { objectsAt, textAt, type Written } from './written';

/** Whether the definition has what the load balancers of a service send to, in a way that they can reach. */
export function balancerQuestions(
  definition: Written<Json>,
  balancers: readonly LoadBalancer[],
  asking: Asking,
): readonly Question[] {
  const { t } = asking;
  const groups = new Set(balancers.flatMap((it) => [it.targetGroupArn, it.alternateTargetGroupArn]));
  return [
    ...balancers.flatMap((it): readonly Question[] => {
      const { containerName: name, containerPort: port } = it;
      if (name === undefined || port === undefined) return [];
      const about = t('Container {0}, port {1}', name, port);
      const ask = async () => [portVerdict(definition, name, port, asking)];
      return [{ id: 'load-balancer', path: '', about, ask }];
    }),
    ...[...groups].flatMap((arn): readonly Question[] => {
      if (!arn) return [];
      const about = t('Target group {0}', nameOf(arn));
      return [{ id: 'target-group', path: '', about, ask: () => groupVerdicts(definition, arn, about, asking) }];
    }),
  ];
}

function portVerdict(definition: Written<Json>, name: string, port: number, { t }: Asking): Verdict {
  const containers = objectsAt(definition, 'containerDefinitions');
  const container = containers.find(({ value }) => value.name === name);
  const mappings = container ? objectsAt(container, 'portMappings') : [];
  if (container && mappings.some(({ value }) => maps(value, port))) {
    return { state: 'ok', sentence: t('Container {0} has port {1}, which traffic is sent to.', name, port) };
  }
  const instead = container ? mappings.map(({ value }) => value.containerPort) : containers.map((it) => it.value.name);
  if (instead.some((it) => typeof it === 'string' && hasPlaceholder(it))) {
    const sentence = t('Container {0}, port {1} was not checked: a template fills in what is there.', name, port);
    return { state: 'skipped', sentence };
  }
  if (!container) {
    const sentence = t('The service sends traffic to container {0}, which the definition does not have.', name);
    return { path: '/containerDefinitions', state: 'failed', sentence, fix: t('Add the container, or rename one.') };
  }
  const path = container.value.portMappings === undefined ? container.path : `${container.path}/portMappings`;
  const sentence = t('The service sends traffic to port {0} of container {1}, which does not map it.', port, name);
  return { path, state: 'failed', sentence, fix: t('Add containerPort {0} to its portMappings.', port) };
}

function maps({ containerPort, containerPortRange }: Json, port: number): boolean {
  if (containerPort === port) return true;
  const [, first, last] = /^(\d+)-(\d+)$/.exec(String(containerPortRange ?? '')) ?? [];
  return first !== undefined && Number(first) <= port && port <= Number(last);
}

// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html
async function groupVerdicts(
  definition: Written<Json>,
  arn: string,
  about: string,
  { gateway, signal, t }: Asking,
): Promise<readonly Verdict[]> {
  const type = await gateway.targetType(arn, signal);
  if (type === undefined) return [{ state: 'failed', sentence: t('{0} does not exist.', about) }];
  const mode = textAt(definition, 'networkMode');
  if (mode?.value !== 'awsvpc' || type === 'ip' || type === '')
    return [{ state: 'ok', sentence: t('{0} exists.', about) }];
  const sentence = t('{0} takes targets of type {1}, but tasks of network mode awsvpc need ip.', about, type);
  return [{ path: mode.path, state: 'failed', sentence, fix: t('Make a target group of type ip.') }];
}

// targetgroup/NAME/ID
function nameOf(arn: string): string {
  return arn.split('/').at(-2) ?? arn;
}
