import type { Command } from './command';
import { convertCommand } from './convert';
import { exitCodes } from './exit-codes';
import { explainCommand } from './explain';
import { help, helpFor } from './help';
import type { Io } from './io';
import { lintCommand } from './lint-command';
import { rulesCommand } from './list-rules';
import { schemaCommand } from './schema';
import { UsageError } from './usage-error';
import { version } from './version';

/** The commands that need no account, as help lists them. */
export const commands: readonly Command[] = [lintCommand, explainCommand, rulesCommand, convertCommand, schemaCommand];

/** Runs the command that is named, of `all` that there are; resolves to the exit code. */
export async function runCli(argv: readonly string[], io: Io, all: readonly Command[] = commands): Promise<number> {
  const [name, ...rest] = argv;
  const command = all.find((it) => it.name === name);
  if (asksForHelp(command ? rest : argv) || name === 'help') {
    const about = command ?? all.find((it) => rest.includes(it.name));
    io.out(about ? helpFor(about) : help(all));
    return exitCodes.clean;
  }
  if (name === '--version' || name === '-V') {
    io.out(`${version}\n`);
    return exitCodes.clean;
  }
  if (!command) {
    io.err(name === undefined ? help(all) : `taskdef: unknown command '${name}'. See 'taskdef --help'.\n`);
    return exitCodes.usage;
  }
  try {
    return await command.run(rest, io);
  } catch (error) {
    if (error instanceof UsageError || isRefusedOption(error)) {
      io.err(`taskdef: ${error.message} See 'taskdef ${command.name} --help'.\n`);
      return exitCodes.usage;
    }
    io.err(`taskdef: internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return exitCodes.failure;
  }
}

/** What stands behind `--` is a file, whatever it is called. */
function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return (end < 0 ? argv : argv.slice(0, end)).some((it) => it === '--help' || it === '-h');
}

/** parseArgs throws TypeErrors with these codes; its messages are written for users. */
function isRefusedOption(error: unknown): error is TypeError {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
