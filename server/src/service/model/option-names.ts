import type { LogOptions } from '../data/log-options';
import { hasPlaceholder } from '../syntax/placeholder';
import type { Entries, Field } from './field';
import { nearest } from './nearest';

/** An option that a table does not have, with the one that is most likely meant. */
export interface UnknownOption {
  readonly name: string;
  readonly field: Field<string>;
  readonly meant: string | undefined;
}

/** The options under names that the table does not have; not those whose name is still to be filled in. */
export function unknownOptions(options: Entries<Field<string>>, known: LogOptions): readonly UnknownOption[] {
  return options.keys
    .filter((name) => !Object.hasOwn(known, name) && !hasPlaceholder(name))
    .map((name) => {
      const meant = nearest(name, Object.keys(known));
      return { name, field: options.get(name), meant: meant && options.get(meant).present ? undefined : meant };
    });
}

/** True for an option that stands there under its name, or under one that is not yet known or misspelt: it is not missing. */
export function hasOption(options: Entries<Field<string>>, name: string, known: LogOptions): boolean {
  const field = options.get(name);
  if (field.present) return field.literal !== '';
  return hasOpenNames(options) || unknownOptions(options, known).some(({ meant }) => meant === name);
}

/** True where the name of an option is still to be filled in. */
export function hasOpenNames(options: Entries<unknown>): boolean {
  return options.keys.some(hasPlaceholder);
}
