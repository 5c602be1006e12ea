import { cliCommands } from './cli-commands';
import type { ChangePorts } from './input';
import type { ActionPlan } from './plan';
import { planText } from './plan-text';

/** One question before something is changed. */
export interface Question<P extends ActionPlan> {
  readonly message: string;
  /** What it is about, a fact a line. */
  readonly lines: (plan: P) => readonly string[];
  /** What goes on; the first is the one that is proposed. */
  readonly ways: readonly { readonly button: string; readonly plan: P }[];
  /** Opens what differs, where anything does. */
  readonly compare?: () => Promise<void>;
}

/** The plan that the user wants carried out, or how the question ended without one. */
export type Confirmed<P> = { readonly kind: 'yes'; readonly plan: P } | { readonly kind: 'cancelled' | 'shown' };

type Asking = Pick<ChangePorts, 'ui' | 'show' | 't'>;

/**
 * Asks before a change, always and about everything that will be called; the name of a protected target has to be typed.
 * The differences may be looked at before answering.
 */
export async function confirmed<P extends ActionPlan>(question: Question<P>, ports: Asking): Promise<Confirmed<P>> {
  const { ui, t } = ports;
  const { ways, message } = question;
  const [first] = ways;
  if (!first) return { kind: 'cancelled' };
  const lines = question.lines(first.plan);
  const other = { compare: t('Show Differences'), copy: t('Copy as AWS CLI'), dry: t('Dry Run') };
  const buttons = [
    ...ways.map(({ button }) => button),
    ...(question.compare ? [other.compare] : []),
    other.copy,
    other.dry,
  ];
  for (;;) {
    const answer = await ui.choose(message, lines.join('\n'), buttons);
    const way = ways.find(({ button }) => button === answer);
    if (way) return (await typed(way.plan, message, ports)) ? { kind: 'yes', plan: way.plan } : { kind: 'cancelled' };
    if (answer === other.compare && question.compare) {
      await question.compare();
      if (!(await goOn(message, first.button, ports))) return { kind: 'cancelled' };
      continue;
    }
    if (answer === other.copy) return copied(first.plan, ports);
    if (answer !== other.dry) return { kind: 'cancelled' };
    await ports.show(t('Dry run'), planText(message, lines, first.plan, t));
    return { kind: 'shown' };
  }
}

// Over the differences, without closing them.
async function goOn(title: string, button: string, { ui, t }: Asking): Promise<boolean> {
  const placeholder = t('Look at the differences; this stays open');
  const choices = [
    { label: t('Back to the Question'), detail: t('Then “{0}”, or not', button), value: true },
    { label: t('Cancel'), value: false },
  ];
  const answer = await ui.pick({ title, placeholder, stays: true }, Promise.resolve(choices));
  return answer.kind === 'value' && answer.value;
}

async function typed({ typed: name }: ActionPlan, title: string, { ui, t }: Asking): Promise<boolean> {
  if (name === undefined) return true;
  const placeholder = t('{0} is protected: type its name to go on', name);
  const problem = (text: string): string | undefined => (text === name ? undefined : t('Type {0}', name));
  return (await ui.input({ title, placeholder, stays: true }, problem)).kind === 'value';
}

async function copied(plan: ActionPlan, { ui, t }: Asking): Promise<{ readonly kind: 'shown' }> {
  await ui.copy(cliCommands(plan));
  const [only, ...more] = plan.changes;
  void ui.inform(
    'info',
    only && more.length === 0
      ? t('The command is in the clipboard; nothing was sent.')
      : t('{0} commands are in the clipboard; nothing was sent.', plan.changes.length),
  );
  return { kind: 'shown' };
}
