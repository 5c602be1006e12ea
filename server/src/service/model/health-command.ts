import type { Container } from './container';
import type { Field } from './field';
import { simpleWords } from './words';

type Command = Container['healthCheck']['command'];

/** A health check that says how it is run. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html */
export interface HealthCommand {
  /** `CMD` starts a program with its arguments, `CMD-SHELL` has the shell run one text. */
  readonly mode: 'CMD' | 'CMD-SHELL';
  readonly parts: readonly Field<string>[];
}

/** A request over HTTP by a program that health checks often use. */
export interface HttpProbe {
  readonly program: 'curl' | 'wget';
  /** The item that begins with the program. */
  readonly place: Field<string>;
  /** The program's arguments; undefined where a shell makes them, or where the check is more than this request. */
  readonly args: readonly string[] | undefined;
}

/** How a health check is run; undefined where it does not say, or where that is still to come. */
export function healthCommand({ items: [mode, ...parts] }: Command): HealthCommand | undefined {
  return mode?.literal === 'CMD' || mode?.literal === 'CMD-SHELL' ? { mode: mode.literal, parts } : undefined;
}

/** The request that a health check begins with, if it certainly does. */
export function httpProbe(command: Command): HttpProbe | undefined {
  const { mode, parts: [place, ...others] = [] } = healthCommand(command) ?? {};
  if (place?.literal === undefined) return undefined;
  if (mode === 'CMD') {
    const program = toolIn(place.literal);
    const args = others.flatMap(({ literal }) => literal ?? []);
    return program && { program, place, args: args.length === others.length ? args : undefined };
  }
  // What follows the text is not read as words of it.
  if (others.length > 0) return undefined;
  const program = toolIn(/^\s*(\S+)\s/.exec(place.literal)?.[1] ?? '');
  return program && { program, place, args: onlyCommandOf(place.literal)?.slice(1) };
}

/** Items as one text for the shell; undefined where one of them is unknown or would be read otherwise in it. */
export function joinedForShell(parts: readonly Field<string>[]): string | undefined {
  const items = parts.flatMap(({ literal }) => literal ?? []);
  const [, ...others] = items;
  const fits = (item: string) => /^(?:\|\|?|&&|;|\d?>)/.test(item) || simpleWords(item)?.length === 1;
  return items.length === parts.length && others.every(fits) ? items.join(' ') : undefined;
}

function toolIn(program: string): HttpProbe['program'] | undefined {
  const name = program.slice(program.lastIndexOf('/') + 1);
  return name === 'curl' || name === 'wget' ? name : undefined;
}

/** The words of a text for the shell that is one command, whose output may be dropped and whose failure may be named. */
function onlyCommandOf(script: string): readonly string[] | undefined {
  const [command = '', otherwise = 'false', ...more] = script.split('||');
  if (more.length > 0 || !/^\s*(?:exit(?:\s+\d+)?|false)\s*;?\s*$/.test(otherwise)) return undefined;
  return simpleWords(command.replace(/\d?>\s*(?:\/dev\/null|&\d)/g, ' ').replace(/(["'])([^\s"'`$\\]+)\1/g, '$2'));
}
