import { setTimeout as wait } from 'node:timers/promises';
import type { Answer, Choice, Ui } from '../live/ports';
import type { Terminal } from './terminal';

/** How questions are answered where nobody is asked. */
export interface Answers {
  /** `--yes`: the way that is proposed. */
  readonly yes: boolean;
  /** `--confirm`: what is typed for a protected target. */
  readonly typed: string | undefined;
}

/** Questions and messages on a terminal; standard output stays free for reports. `report` gets what progress says. */
export function terminalUi(terminal: Terminal, answers: Answers, report: (line: string) => void): Ui {
  const say = (text: string): void => terminal.err(`${text}\n`);
  const ask = async (question: string): Promise<string> =>
    terminal.canAsk ? (await terminal.ask(question)).trim() : '';
  const number = async <T>(labels: readonly string[], values: readonly T[]): Promise<T | undefined> => {
    labels.forEach((label, index) => {
      say(`  ${index + 1}) ${label}`);
    });
    return values[Number(await ask('Number, or Enter to leave: ')) - 1];
  };
  return {
    pick: async <T>({ placeholder }: { readonly placeholder: string }, given: Promise<readonly Choice<T>[]>) => {
      const choices = await given;
      say(placeholder);
      const found = await number(choices.map(labelOf), choices);
      return found ? { kind: 'value', value: found.value } : { kind: 'cancelled' };
    },
    pickMany: async ({ placeholder }, given) => {
      const choices = await given;
      say(placeholder);
      choices.forEach((choice, index) => {
        say(`  ${index + 1}) ${labelOf(choice)}`);
      });
      const numbers = (await ask('Numbers with commas, or Enter to leave: ')).split(',').map(Number);
      const chosen = choices.filter((_, index) => numbers.includes(index + 1));
      return chosen.length > 0 ? { kind: 'value', value: chosen.map(({ value }) => value) } : { kind: 'cancelled' };
    },
    input: async ({ placeholder, value }, problem) => {
      const given = answers.typed ?? (await ask(`${placeholder}: `));
      return accepted(given === '' ? (value ?? '') : given, problem, say);
    },
    choose: async (message, detail, buttons) => {
      say(`${message}\n${detail}\n`);
      return answers.yes ? buttons[0] : number(buttons, buttons);
    },
    inform: async (_level, message) => {
      say(message);
      return undefined;
    },
    progress: async (title, work, delay = 0) => {
      const stop = new AbortController();
      const ignore = terminal.onInterrupt(() => stop.abort());
      const done = work(report, stop.signal);
      const settled = done.then(
        () => true,
        () => true,
      );
      if (delay === 0 || !(await Promise.race([settled, wait(delay, false, { ref: false })]))) report(title);
      return done.finally(ignore);
    },
    copy: async (text) => terminal.out(text.endsWith('\n') ? text : `${text}\n`),
  };
}

function accepted(
  text: string,
  problem: (text: string) => string | undefined,
  say: (text: string) => void,
): Answer<string> {
  const wrong = text === '' ? undefined : problem(text);
  if (wrong !== undefined) say(wrong);
  return text === '' || wrong !== undefined ? { kind: 'cancelled' } : { kind: 'value', value: text };
}

function labelOf({ label, description }: Choice<unknown>): string {
  return description === undefined ? label : `${label}  ${description}`;
}
