/** Exit codes of the command, a contract with scripts. */
export const exitCodes = {
  clean: 0,
  /** Findings of severity error, or more warnings than `--max-warnings` allows. */
  findings: 1,
  usage: 2,
  /** Something could not be read, or a bug. */
  failure: 3,
} as const;

/** The same for people. */
export const exitCodeWords: readonly (readonly [code: string, words: string])[] = [
  ['0', 'clean'],
  ['1', 'findings of severity error, or more warnings than --max-warnings'],
  ['2', 'wrong usage'],
  ['3', 'something could not be read or written, or is wrong in a configuration; the rest is checked'],
];
