import type { LogLine } from './readers';
import { shortId } from './target';
import { linesOf, visible } from './visible';

/** Writes lines for a terminal. What comes from AWS takes no effect in it. */
export interface Printer {
  lines(lines: readonly LogLine[]): string;
  /** A sentence of ours, told apart by its form, not by its colour alone. */
  note(sentence: string): string;
  /** Times in front of the lines from now on, or none; answers whether. */
  toggleTimes(): boolean;
}

/** `several` says what lines are told apart by; times are those of the machine's time zone. */
export function createPrinter(several: { readonly tasks: boolean; readonly containers: boolean }): Printer {
  const colours = new Map<string, string>();
  const state = { times: true, day: '' };
  const label = ({ container, taskId }: LogLine): string => {
    const words = [several.tasks ? shortId(taskId) : '', several.containers ? container : ''].filter(Boolean);
    if (words.length === 0) return '';
    const text = visible(words.join(' '));
    const colour = colours.get(text) ?? COLOURS[colours.size % COLOURS.length] ?? '';
    colours.set(text, colour);
    return `${colour}${text}${END} `;
  };
  const note = (sentence: string): string => `${FAINT}— ${visible(sentence)}${END}\r\n`;
  const line = (one: LogLine): string => {
    const at = new Date(one.at);
    const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
    const head = day === state.day ? '' : note(day);
    state.day = day;
    const time = state.times ? `${FAINT}${timeOfDay(at)}${END} ` : '';
    const start = `${time}${label(one)}`;
    return (
      head +
      linesOf(one.message)
        .map((text) => `${start}${text}\r\n`)
        .join('')
    );
  };
  return {
    lines: (all) => all.map(line).join(''),
    note,
    toggleTimes: () => {
      state.times = !state.times;
      return state.times;
    },
  };
}

/** A line of a document: time in UTC, task, container, and what it says, in as many lines as that has. */
export function plainLine({ at, message, container, taskId }: LogLine): string {
  const start = `${new Date(at).toISOString()} ${shortId(taskId)} ${container}`;
  return linesOf(message)
    .map((text) => `${start} ${text}\n`)
    .join('');
}

function timeOfDay(at: Date): string {
  const thousandths = String(at.getMilliseconds()).padStart(3, '0');
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}.${thousandths}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

const FAINT = '\u001b[2m';
const END = '\u001b[0m';

// Cyan, green, magenta, yellow, blue, and their bright forms: not red, which says that something is wrong.
const COLOURS: readonly string[] = [36, 32, 35, 33, 34, 96, 92, 95, 93, 94].map((code) => `\u001b[${code}m`);
