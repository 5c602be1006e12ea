import type { Activities } from '../activity/activities';
import { LiveFailure } from '../failure';
import { clusterName } from '../find/resource';
import type { Clock, EcsGateway, Memory, Translate, Ui } from '../ports';
import type { ServiceDetails } from '../records';
import { definitionName } from '../task-state';
import type { PlanPorts } from './input';
import { endIntent, type Intent, intents } from './intents';
import { serviceKey } from './keys';
import { tokenLife } from './run-token';
import { primaryId } from './service-state';

/** What telling of an earlier window needs. */
export interface UnfinishedPorts {
  readonly connect: (choice: { readonly profile?: string; readonly region: string }) => Promise<EcsGateway>;
  readonly memory: Memory;
  readonly clock: Clock;
  readonly ui: Ui;
  readonly activities: Pick<Activities, 'start'>;
  /** Does the same again, by the user's wish: it is planned and asked about anew. */
  readonly again: (intent: Intent) => Promise<void>;
  readonly t: Translate;
}

/**
 * Tells what a window that was closed has left without an answer: a service is read, and a deployment that has begun is
 * watched; of a run only ECS knows, which is asked once the user runs it again. Reaches for AWS only where there is any.
 */
export async function tellUnfinished(ports: UnfinishedPorts): Promise<void> {
  // Side by side: a message that nobody answers holds no other back.
  await Promise.all(
    intents(ports.memory).map((intent) => {
      const told = intent.service === undefined ? tellRun(intent, ports) : tellService(intent, intent.service, ports);
      return told.catch(notNow);
    }),
  );
}

/** That a deployment whose call had no answer has begun after all. */
export function lostDeployment(details: ServiceDetails, { memory, gateway, t }: PlanPorts): readonly string[] {
  const { clusterArn, arn } = details.service;
  const key = serviceKey(clusterArn, arn, gateway.connection);
  const intent = intents(memory).find((it) => it.key === key);
  if (!intent || !hasBegun(intent, details)) return [];
  return [t('The deployment of {0}, which had no answer, has begun after all.', timeOf(intent))];
}

async function tellRun(intent: Intent, { memory, clock, ui, again, t }: UnfinishedPorts): Promise<void> {
  const [name, where] = [intent.family, clusterName(intent.clusterArn)];
  if (intent.operation !== 'RunTask') {
    await endIntent(memory, intent.key);
    const button = t('Run It');
    const text = t('The run of {0} in {1} at {2} did not begin.', name, where, timeOf(intent));
    if ((await ui.inform('warning', text, button)) === button) await again(intent);
    return;
  }
  if (clock.now() - intent.at >= tokenLife) {
    await endIntent(memory, intent.key);
    const text = t('The run of {0} in {1} at {2} had no answer: look for its tasks.', name, where, timeOf(intent));
    void ui.inform('warning', text);
    return;
  }
  const button = t('Ask Again');
  const text = t(
    'The run of {0} in {1} at {2} had no answer. Asked again, ECS tells its tasks and starts no others.',
    name,
    where,
    timeOf(intent),
  );
  if ((await ui.inform('warning', text, button)) === button) await again(intent);
}

async function tellService(intent: Intent, service: string, ports: UnfinishedPorts): Promise<void> {
  const { connect, memory, ui, again, t } = ports;
  const { profile, region, account, clusterArn } = intent;
  const gateway = await connect({ region, ...(profile === undefined ? {} : { profile }) });
  const identity = await gateway.identity();
  // Of another account nothing can be told; it stays for the day when it is used again.
  if (identity.account !== account) return;
  const details = await gateway.serviceDetails(clusterArn, service);
  const where = `${clusterName(clusterArn)}/${service}`;
  const name = definitionName(intent.revisionArn) ?? intent.family;
  await endIntent(memory, intent.key);
  if (details && hasBegun(intent, details)) {
    const id = primaryId(details);
    const place = {
      identity,
      connection: gateway.connection,
      cluster: { arn: clusterArn, name: clusterName(clusterArn) },
      service: { arn: details.service.arn, name: details.service.name },
    };
    ports.activities.start({
      kind: 'deployment',
      place,
      family: intent.family,
      taskDefinitionArn: intent.revisionArn ?? details.service.taskDefinition ?? '',
      startedAt: intent.at,
      title: t('{0} in {1}', details.service.name, place.cluster.name),
      ...(id === undefined ? {} : { deploymentId: id }),
    });
    return;
  }
  const button = t('Deploy It');
  const text = t('The deployment of {0} to {1} at {2} did not begin.', name, where, timeOf(intent));
  if ((await ui.inform('warning', text, button)) === button) await again(intent);
}

function hasBegun({ operation, revisionArn, deploymentId }: Intent, details: ServiceDetails): boolean {
  if (operation === 'RegisterTaskDefinition') return false;
  const primary = details.deployments.find(({ status }) => status === 'PRIMARY');
  const isOurs = revisionArn === undefined || primary?.taskDefinitionArn === revisionArn;
  return primary !== undefined && isOurs && primary.id !== deploymentId;
}

function timeOf({ at }: Intent): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

// Nobody asked for it: without an answer it is told the next time.
function notNow(error: unknown): void {
  if (!(error instanceof LiveFailure)) throw error;
}
