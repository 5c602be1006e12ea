import { exitCodes } from './exit-codes';
import type { Io } from './io';
import { lint } from './lint';
import { listRules } from './list-rules';

const help = `Checks Amazon ECS task definitions offline.

usage:
  taskdef lint [OPTION...] PATH...      check files, and folders' JSON and YAML files that hold task definitions
  taskdef lint [OPTION...] -            check standard input
  taskdef rules [--format text|json]    list the rules
  taskdef --help

options of lint:
  --fix                   write the fixes that keep what is meant to the files, then report what is left
  --format text|json      how to report
  --launch-type TYPE      launch type of definitions that list none: FARGATE, EC2, EXTERNAL or MANAGED_INSTANCES; can be repeated
  --max-warnings N        fail when there are more warnings

exit codes: 0 clean, 1 findings of severity error (or too many warnings), 2 wrong usage, 3 failure
`;

/** Runs the command; resolves to the exit code. */
export async function runCli(argv: readonly string[], io: Io): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    io.out(help);
    return exitCodes.clean;
  }
  const [command, ...rest] = argv;
  try {
    switch (command) {
      case 'lint':
        return await lint(rest, io);
      case 'rules':
        return listRules(rest, io);
      case undefined:
        io.err(help);
        return exitCodes.usage;
      default:
        io.err(`taskdef: unknown command '${command}'. See 'taskdef --help'.\n`);
        return exitCodes.usage;
    }
  } catch (error) {
    // parseArgs throws TypeErrors with these codes; its messages are written for users.
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      io.err(`taskdef: ${error.message}\n`);
      return exitCodes.usage;
    }
    io.err(`taskdef: internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return exitCodes.failure;
  }
}
