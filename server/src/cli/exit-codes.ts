/** Exit codes of the command, a contract with scripts. */
export const exitCodes = {
  clean: 0,
  /** Findings of severity error, or more warnings than `--max-warnings` allows. */
  findings: 1,
  usage: 2,
  /** Something could not be read, or a bug. */
  failure: 3,
} as const;
