import type { Io } from './io';

/** A command of the tool: what it does, in words, and in code. */
export interface Command {
  readonly name: string;
  /** What stands behind the name, a line for each form. */
  readonly usage: readonly string[];
  /** In one line, as a list of commands shows it. */
  readonly summary: string;
  /** More about it, in sentences. */
  readonly about?: string;
  readonly options: readonly Option[];
  readonly examples: readonly Example[];
  /** What its exit codes mean, where they mean something else than those of `lint`. */
  readonly exitCodes?: readonly (readonly [code: string, words: string])[];
  /** Resolves to the exit code. Throws UsageError for arguments that cannot be meant. */
  run(argv: readonly string[], io: Io): number | Promise<number>;
}

export interface Option {
  /** As it is typed: `--max-warnings N`. */
  readonly flag: string;
  readonly words: string;
}

export interface Example {
  /** What is typed behind the program's name. */
  readonly typed: string;
  readonly words: string;
}
