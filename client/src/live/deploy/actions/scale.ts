import { nameOf } from '../begin-service';
import type { ChangePorts, Outcome } from '../input';
import { requireCount } from '../service-state';
import { act } from './act';
import { readService, type ServiceName, sendUpdate, updatePlan } from './service';

/** Asks how many tasks a service is to have, and says so to ECS. Throws `LiveFailure`. */
export async function scale(name: ServiceName, ports: ChangePorts): Promise<Outcome> {
  const { ui, t } = ports;
  const read = await readService(name, ports);
  const { details, place } = read;
  const { service } = details;
  requireCount(details, t);
  const title = t('Scale {0}', nameOf(place));
  const placeholder = t('How many tasks it is to have; now {0}, {1} running', service.desired, service.running);
  const answer = await ui.input({ title, placeholder, value: String(service.desired) }, (text) => problem(text, ports));
  if (answer.kind !== 'value') return { kind: 'cancelled' };
  const desiredCount = Number(answer.value.trim());
  if (desiredCount === service.desired) {
    void ui.inform('info', t('{0} is to have {1} tasks already.', nameOf(place), desiredCount));
    return { kind: 'cancelled' };
  }
  const input = { cluster: place.cluster.arn, service: service.name, desiredCount };
  const none = desiredCount === 0 ? [t('This stops all tasks of the service.')] : [];
  const way = {
    button: t('Scale'),
    plan: updatePlan(place, input, none, ports),
    send: () => sendUpdate(input, read, ports),
    done: t('{0} is to have {1} tasks now.', nameOf(place), desiredCount),
  };
  const facts = [t('Tasks: {0} → {1}', service.desired, desiredCount)];
  return act({ message: t('Scale {0} to {1}?', nameOf(place), desiredCount), facts, ways: [way] }, ports);
}

// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html
function problem(text: string, { t }: ChangePorts): string | undefined {
  const count = /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : Number.NaN;
  return count <= 5_000 ? undefined : t('A whole number from 0 to {0}', 5_000);
}
