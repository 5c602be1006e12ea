import type { Subject } from '../../activity/subject';
import { confirmed } from '../confirmed';
import { stillThe } from '../identity';
import type { ChangePorts, Outcome } from '../input';
import { callLines, placeLines } from '../lines';
import type { ActionPlan } from '../plan';

/** One change that is asked about and made. */
export interface Action {
  readonly message: string;
  /** What it is about besides its place. */
  readonly facts?: readonly string[];
  /** What goes on, and what is sent then; the first is the one that is proposed. */
  readonly ways: readonly Way[];
}

export interface Way {
  readonly button: string;
  readonly plan: ActionPlan;
  /** Sends the one change of the plan; answers what it has begun, if anything, to be watched. */
  readonly send: () => Promise<Subject | undefined>;
  /** Said at the end, where nothing is watched. */
  readonly done: string;
}

/** Asks, makes sure that it is still the same caller, sends, and watches or says that it is done. Throws `LiveFailure`. */
export async function act({ message, facts = [], ways }: Action, ports: ChangePorts): Promise<Outcome> {
  const { ui, gateway, activities, t } = ports;
  const lines = (plan: ActionPlan): readonly string[] => [
    ...placeLines(plan.place, t),
    ...facts,
    ...callLines(plan, t),
  ];
  const answer = await confirmed({ message, lines, ways }, ports);
  if (answer.kind !== 'yes') return answer;
  const way = ways.find(({ plan }) => plan === answer.plan);
  if (!way) return { kind: 'cancelled' };
  await stillThe(way.plan.place.identity, gateway, t);
  const subject = await way.send();
  if (subject) return { kind: 'started', watch: activities.start(subject) };
  // Not waited for: nobody may ever answer it.
  void ui.inform('info', way.done);
  return { kind: 'done' };
}

/** The name that has to be typed, as a member of a plan. */
export function typedFor(place: ActionPlan['place'], { protection }: ChangePorts): Pick<ActionPlan, 'typed'> {
  const typed = protection(place);
  return typed === undefined ? {} : { typed };
}
