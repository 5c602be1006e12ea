import { scopeOf } from '../connection/choice';
import { factSheet } from '../markdown';
import type { Service, Translate } from '../ports';
import { definitionName } from '../task-state';
import { serviceId } from './ids';
import type { TreeNode } from './node';
import type { Reading } from './reading';
import { serviceGroups } from './service-groups';
import { joined, stateWords } from './words';

/** Orders services so that those in trouble come first, then those that change, then by name. */
export function byUrgency(a: Service, b: Service): number {
  return ORDER.indexOf(stateOf(a)) - ORDER.indexOf(stateOf(b)) || a.name.localeCompare(b.name);
}

/** A service; what belongs to it is fetched when its `children` are asked for. */
export function serviceRow(service: Service, reading: Reading): TreeNode {
  const { gateway, t } = reading;
  const id = serviceId(scopeOf(gateway.connection), service.arn);
  const state = stateOf(service);
  const description = summary(service, state, t);
  return {
    id,
    label: service.name,
    description,
    icon: ICONS[state],
    accessibleLabel: t('Service {0}, {1}', service.name, description),
    tooltip: () =>
      factSheet(service.name, [
        [t('Status'), stateWords(service.status, t)],
        [t('Tasks'), t('{0} wanted, {1} running, {2} pending', service.desired, service.running, service.pending)],
        [t('Task definition'), definitionName(service.taskDefinition)],
        [t('Launch type'), service.launchType],
        [t('Deployment failed'), service.failure],
        ['ARN', service.arn],
      ]),
    context: state === 'steady' ? 'service' : `service;${state}`,
    arn: service.arn,
    clusterArn: service.clusterArn,
    again: async () => {
      const [found] = (await gateway.describeServices(service.clusterArn, [service.arn])).items;
      return found && serviceRow(found, reading);
    },
    children: () => serviceGroups(id, service, reading),
  };
}

type State = 'failing' | 'deploying' | 'draining' | 'steady';

const ORDER: readonly State[] = ['failing', 'deploying', 'draining', 'steady'];

const ICONS: Readonly<Record<State, TreeNode['icon']>> = {
  failing: { name: 'error', color: 'list.errorForeground' },
  deploying: { name: 'sync', color: 'charts.yellow' },
  draining: { name: 'circle-slash', color: 'disabledForeground' },
  steady: { name: 'pass', color: 'charts.green' },
};

function stateOf(service: Service): State {
  if (service.failure !== undefined) return 'failing';
  if (service.status === 'DRAINING') return 'draining';
  if (service.deploying) return 'deploying';
  return service.running < service.desired ? 'failing' : 'steady';
}

function summary(service: Service, state: State, t: Translate): string {
  const words: Readonly<Record<State, string | undefined>> = {
    failing: service.failure === undefined ? t('tasks missing') : t('deployment failed'),
    deploying: t('deploying'),
    draining: t('draining'),
    steady: undefined,
  };
  return joined(
    [
      words[state],
      t('{0} of {1} running', service.running, service.desired),
      service.pending > 0 ? t('{0} pending', service.pending) : undefined,
    ],
    ', ',
  );
}
