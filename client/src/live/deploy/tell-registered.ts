import { deregister } from './actions/deregister';
import { nameOf } from './begin-service';
import type { Done } from './carry-out';
import type { ChangePorts, Outcome } from './input';
import type { Plan } from './plan';

/** Says that a revision was registered and what was not done with it, and offers both ways on. */
export async function tellRegistered(
  { revision, failure, plan }: Extract<Done, { readonly kind: 'registered' }> & { readonly plan: Plan },
  again: () => Promise<Outcome>,
  ports: ChangePorts,
): Promise<Outcome> {
  const { ui, t } = ports;
  const name = `${revision.family}:${revision.revision}`;
  const runs = plan.changes.at(-1)?.operation === 'RunTask';
  const ways = { deploy: runs ? t('Run It') : t('Deploy It'), deregister: t('Deregister It') };
  const text = [leftUndone(name, plan, failure?.details.maybeApplied === true, ports), failure?.sentence];
  const said = text.filter((it) => it !== undefined).join(' ');
  const answer = await ui.inform(failure ? 'error' : 'warning', said, ways.deploy, ways.deregister);
  if (answer === ways.deploy) return again();
  if (answer === ways.deregister) await deregister(revision.arn, ports);
  return { kind: 'registered', revision, ...(failure ? { failure } : {}) };
}

function leftUndone(name: string, { changes, place }: Plan, maybe: boolean, { t }: ChangePorts): string {
  const where = nameOf(place);
  switch (changes.at(-1)?.operation) {
    case 'RunTask':
      return maybe
        ? t('{0} is registered, but no task was seen to start.', name)
        : t('{0} is registered, but no task was started.', name);
    case 'CreateService':
      return maybe
        ? t('{0} is registered, but {1} was not seen to be created.', name, where)
        : t('{0} is registered, but {1} was not created.', name, where);
    default:
      return maybe
        ? t('{0} is registered, but {1} was not seen to be updated.', name, where)
        : t('{0} is registered, but {1} was not updated.', name, where);
  }
}
