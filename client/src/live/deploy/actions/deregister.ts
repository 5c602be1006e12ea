import { LiveFailure } from '../../failure';
import { definitionName } from '../../task-state';
import type { ChangePorts, Outcome } from '../input';
import { whereOf } from '../place';
import { sendOnce } from '../send-once';
import { act, typedFor } from './act';

/** Deregisters a revision, having looked which services use it. Throws `LiveFailure`. */
export async function deregister(arn: string, ports: ChangePorts): Promise<Outcome> {
  const { gateway, ui, t } = ports;
  const name = definitionName(arn) ?? arn;
  const place = await whereOf(ports);
  const warnings = await ui.progress(t('Looking who uses {0}', name), () => usersOf(arn, ports), 1_000);
  const call = {
    place,
    operation: 'DeregisterTaskDefinition',
    target: () => name,
    send: () => gateway.deregister(arn),
    seen: async () => {
      const now = await gateway.revision(arn);
      return now && now.status !== 'ACTIVE' ? now : undefined;
    },
  };
  const way = {
    button: t('Deregister'),
    plan: {
      place,
      changes: [{ operation: 'DeregisterTaskDefinition', input: { taskDefinition: arn } } as const],
      warnings,
      ...typedFor(place, ports),
    },
    send: async () => {
      await sendOnce(call, ports);
      return undefined;
    },
    done: t('{0} is deregistered.', name),
  };
  const facts = [t('Task definition: {0}', name), t('It can be read afterwards, but not be run or deployed.')];
  return act({ message: t('Deregister {0}?', name), facts, ways: [way] }, ports);
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeregisterTaskDefinition.html */
async function usersOf(arn: string, { gateway, t }: ChangePorts): Promise<readonly string[]> {
  try {
    const { items } = await gateway.clusters();
    const looked = items.slice(0, most);
    const found = await Promise.all(looked.map(({ arn: cluster }) => gateway.services(cluster)));
    const users = found.flatMap(({ items: services }) => services.filter((it) => it.taskDefinition === arn));
    const names = users.map(({ clusterArn, name }) => `${definitionName(clusterArn)}/${name}`);
    return [
      ...(names.length > 0
        ? [t('It is in use by {0}: they go on, but cannot be deployed with it again.', names.join(', '))]
        : []),
      ...(items.length > most ? [t('Only {0} of {1} clusters were looked at.', most, items.length)] : []),
    ];
  } catch (error) {
    if (!(error instanceof LiveFailure)) throw error;
    return [t('It could not be seen whether a service uses it.')];
  }
}

/** Clusters whose services are read. */
const most = 20;
