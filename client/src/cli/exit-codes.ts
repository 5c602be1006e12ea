/** Exit codes of the commands that work on an account, a contract with scripts. */
export const exitCodes = {
  done: 0,
  /** What was asked about is not well: a deployment that failed, definitions that differ, a file with errors. */
  negative: 1,
  usage: 2,
  /** No answer: AWS could not be asked, or refused. */
  failure: 3,
} as const;
