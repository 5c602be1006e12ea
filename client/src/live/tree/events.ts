import { factSheet } from '../markdown';
import type { Service } from '../ports';
import type { ServiceEvent } from '../records';
import { childId } from './ids';
import type { TreeNode } from './node';
import { emptyRow } from './notes';
import type { Reading } from './reading';
import { ago } from './words';

/** What ECS tells of a service, newest first. */
export async function events(parentId: string, service: Service, reading: Reading): Promise<readonly TreeNode[]> {
  const { gateway, t } = reading;
  const details = await gateway.serviceDetails(service.clusterArn, service.arn);
  if (!details) return [emptyRow(parentId, t('The service is not there any more.'))];
  if (details.events.length === 0) return [emptyRow(parentId, t('No events'))];
  // ECS keeps as many; other endpoints may keep them for ever.
  return details.events.slice(0, 100).map((event) => eventRow(parentId, event, service, reading));
}

/** An event below the row of its service or deployment. */
export function eventRow(
  parentId: string,
  { id, at, message }: ServiceEvent,
  { name }: Pick<Service, 'name'>,
  { t, now }: Pick<Reading, 't' | 'now'>,
): TreeNode {
  // The row stands below its service.
  const own = `(service ${name}) `;
  const label = message.startsWith(own) ? message.slice(own.length) : message;
  const time = at && ago(at, now(), t);
  return {
    id: childId(parentId, id || `${at} ${message}`),
    label,
    ...(time ? { description: time } : {}),
    icon: tellsTrouble(message) ? { name: 'warning', color: 'list.warningForeground' } : { name: 'comment' },
    accessibleLabel: time ? t('Event, {0}, {1}', time, label) : t('Event, {0}', label),
    tooltip: () => factSheet(label, [[t('Time'), at]]),
    context: 'event',
  };
}

/** Whether ECS words an event as a trouble, https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html */
export function tellsTrouble(message: string): boolean {
  return /unable to|failed|unhealthy|rolling back|throttled|not reach/i.test(message);
}
