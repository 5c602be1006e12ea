import type { Answer, Choice, InputOptions, PickOptions, Ui } from '../../../client/src/live/ports';

/** What the user does at a picker: a label, several, the back button or Esc; at an input: a text. */
export type Move = string | readonly string[] | { readonly press: 'back' | 'escape' };

interface Shown {
  readonly options: PickOptions;
  readonly choices: readonly Choice<unknown>[];
}

/** A user at the pickers and messages: makes `moves` in order, afterwards takes what is proposed, confirms and dismisses. */
export interface TestUser extends Ui {
  readonly moves: Move[];
  readonly pickers: Shown[];
  /** What was asked in an input, with the problems that texts had. */
  readonly inputs: { readonly options: InputOptions; readonly problems: string[] }[];
  readonly confirmations: {
    readonly message: string;
    readonly detail: string;
    readonly button: string;
    readonly buttons: readonly string[];
  }[];
  readonly messages: { readonly level: string; readonly text: string; readonly buttons: readonly string[] }[];
  readonly reports: string[];
  readonly clipboard: string[];
  /** What the user answers to a confirmation. */
  agree: (detail: string) => boolean | Promise<boolean>;
  /** Another button of a question than the first one; asked before `agree`. */
  answer: (detail: string, buttons: readonly string[]) => string | undefined;
  /** Which button of a message the user presses. */
  press: (text: string, buttons: readonly string[]) => string | undefined | Promise<string | undefined>;
  /** Told of every report of a progress; `cancel` presses its button. */
  watch: (report: string, cancel: () => void) => void;
}

export function testUser(...moves: Move[]): TestUser {
  const user: TestUser = {
    moves,
    pickers: [],
    inputs: [],
    confirmations: [],
    messages: [],
    reports: [],
    clipboard: [],
    agree: () => true,
    answer: () => undefined,
    press: () => undefined,
    watch: () => undefined,
    pick: async (options, choices) => {
      const answer = await choose(user, options, await choices, (all) => [all.find((it) => it.picked) ?? all[0]]);
      if (answer.kind !== 'value') return answer;
      const [value] = answer.value;
      return value === undefined ? { kind: 'cancelled' } : { kind: 'value', value: value.value };
    },
    pickMany: async (options, choices) => {
      const answer = await choose(user, options, await choices, (all) => {
        const ticked = all.filter((it) => it.picked);
        return ticked.length > 0 ? ticked : all.slice(0, 1);
      });
      return answer.kind === 'value' ? { kind: 'value', value: answer.value.map(({ value }) => value) } : answer;
    },
    input: async (options, problem) => {
      const problems: string[] = [];
      user.inputs.push({ options, problems });
      for (;;) {
        const move = user.moves.shift() ?? options.value ?? '';
        if (typeof move === 'object') {
          if ('press' in move) return { kind: move.press === 'back' ? 'back' : 'cancelled' };
          throw new Error(`${options.placeholder} wants a text.`);
        }
        const said = problem(move);
        if (said === undefined) return { kind: 'value', value: move };
        problems.push(said);
        // Nobody types it again and again.
        if (problems.length > 9) throw new Error(said);
      }
    },
    choose: async (message, detail, buttons) => {
      const [button = ''] = buttons;
      user.confirmations.push({ message, detail, button, buttons });
      const [answer, agreed] = [user.answer(detail, buttons), await user.agree(detail)];
      return answer ?? (agreed ? button : undefined);
    },
    inform: async (level, text, ...buttons) => {
      user.messages.push({ level, text, buttons });
      return user.press(text, buttons);
    },
    progress: async (_title, work) => {
      const controller = new AbortController();
      return work((report) => {
        user.reports.push(report);
        user.watch(report, () => controller.abort());
      }, controller.signal);
    },
    copy: async (text) => {
      user.clipboard.push(text);
    },
  };
  return user;
}

async function choose<T>(
  user: TestUser,
  options: PickOptions,
  choices: readonly Choice<T>[],
  proposed: (choices: readonly Choice<T>[]) => readonly (Choice<T> | undefined)[],
): Promise<Answer<readonly Choice<T>[]>> {
  user.pickers.push({ options, choices });
  const move = user.moves.shift();
  if (typeof move === 'object' && 'press' in move) return { kind: move.press === 'back' ? 'back' : 'cancelled' };
  if (move === undefined) return { kind: 'value', value: proposed(choices).filter((it) => it !== undefined) };
  const labels = typeof move === 'string' ? [move] : move;
  const value = labels.map((label) => {
    const found = choices.find((choice) => choice.label === label);
    if (!found) throw new Error(`No choice ${label} among ${choices.map((it) => it.label).join(', ')}`);
    return found;
  });
  return { kind: 'value', value };
}
