import { styleText } from 'node:util';
import type { Io } from './io';

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'blue' | 'cyan' | 'green';

/** Gives a text a style, or leaves it as it is where no colours are wanted. */
export type Paint = (style: Style, text: string) => string;

/** Colours for people: on a terminal, unless NO_COLOR asks for none; elsewhere when FORCE_COLOR asks for them. https://no-color.org */
export function paintFor({ env, isTerminal }: Pick<Io, 'env' | 'isTerminal'>): Paint {
  const isOn = wantsColours(env, isTerminal.out);
  return (style, text) => (isOn ? styleText(style, text, { validateStream: false }) : text);
}

function wantsColours(env: Io['env'], isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return isTerminal && env.TERM !== 'dumb';
}
