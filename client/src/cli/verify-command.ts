import { parseArgs } from 'node:util';
import type { Command } from '../../../server/src/cli/command';
import { paintFor } from '../../../server/src/cli/paint';
import { absolute } from '../../../server/src/cli/paths';
import { choice, UsageError } from '../../../server/src/cli/usage-error';
import type { AwsModule } from '../aws/load';
import type { Json } from '../live/change';
import type { Target } from '../live/deploy/target';
import { plain } from '../live/plain';
import type { EcsGateway } from '../live/ports';
import { type Aim, type Report, verify } from '../live/verify/verify';
import { reportLines } from '../live/verify/words';
import { aimedIn, onlyOf } from './aimed';
import { connected, silent, tellFailure } from './connect';
import { exitCodes } from './exit-codes';
import { type DeploySettings, inFolder, readSettings } from './settings';
import { readSource } from './source';
import { type TargetValues, targetFlags, targetOptions } from './target-options';
import type { Terminal } from './terminal';

/** `taskdef verify`: whether what a file names is there. */
export function verifyCommand(terminal: Terminal, aws: () => AwsModule): Command {
  return {
    name: 'verify',
    usage: ['[OPTION...] TARGET|FILE'],
    summary: 'Check in an account that what a file names is there',
    about:
      'TARGET is a name in taskdef.targets of .vscode/settings.json, or a file. Reads the account and changes nothing; values of secrets and parameters are not read. Of a file without a target the definition alone is checked. What could not be asked is SKIP, never OK.',
    options: [...targetFlags, { flag: '--format FORMAT', words: 'text, or json with the same facts' }],
    examples: [
      { typed: 'verify web-prod', words: 'the file of the target web-prod, and where it goes' },
      { typed: 'verify web.json', words: 'the definition alone' },
    ],
    exitCodes: [
      ['0', 'nothing is missing, of what could be asked'],
      ['1', 'something is missing or does not fit, or the file has errors'],
      ['2', 'wrong usage'],
      ['3', 'AWS could not be asked, or refused'],
    ],
    run: (argv) => check(argv, terminal, aws),
  };
}

async function check(argv: readonly string[], terminal: Terminal, aws: () => AwsModule): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: { ...targetOptions, format: { type: 'string', default: 'text' } },
    allowPositionals: true,
    strict: true,
  });
  const format = choice('format', values.format, ['text', 'json'] as const);
  const subject = await subjectOf(onlyOf(positionals), values, terminal);
  if (!subject) return exitCodes.negative;
  const { definition, aim } = subject;
  const given = aim?.target ?? values;
  try {
    const report = await connected(given, aws(), (gateway) =>
      withRegions(given.profile, aws(), (inRegion) => verify(definition, aim, { gateway, inRegion, t: plain })),
    );
    terminal.out(format === 'json' ? asJson(report) : asText(report, terminal));
    return report.checks.some(({ state }) => state === 'failed') ? exitCodes.negative : exitCodes.done;
  } catch (error) {
    tellFailure(error, terminal);
    return exitCodes.failure;
  }
}

/** What is checked. */
interface Subject {
  readonly definition: Json;
  readonly aim: Aim | undefined;
}

async function subjectOf(named: string, values: TargetValues, terminal: Terminal): Promise<Subject | undefined> {
  const settings = await readSettings(terminal);
  if (values.cluster === undefined && (await isFileAlone(named, settings, terminal))) {
    const { profile: _, region: __, family, ...rest } = values;
    const [option] = Object.keys(rest).filter((it) => Object.hasOwn(targetOptions, it));
    if (option !== undefined) throw new UsageError(`--${option} is about a target: say --cluster too.`);
    const source = await readSource({ file: named, family }, terminal);
    return source && { definition: source.definition, aim: undefined };
  }
  const aimed = await aimedIn(settings, named, values, terminal);
  if (!aimed) return undefined;
  const { definition, target, serviceFile } = aimed.input;
  return { definition, aim: { target, ...(serviceFile ? { serviceFile } : {}) } };
}

async function isFileAlone(named: string, settings: DeploySettings, terminal: Terminal): Promise<boolean> {
  const file = inFolder(named, settings, terminal);
  if (settings.targets.some((it: Target) => it.name === named || it.file === file)) return false;
  return terminal.readFile(absolute(named, terminal.cwd)).then(
    () => true,
    () => false,
  );
}

async function withRegions<T>(
  profile: string | undefined,
  aws: AwsModule,
  work: (inRegion: (region: string) => Promise<EcsGateway>) => Promise<T>,
): Promise<T> {
  const opened: { dispose(): void }[] = [];
  const open = async (region: string) => {
    const connection = await aws.resolveConnection({ ...(profile ? { profile } : {}), region });
    const gateway = aws.createGateway(connection, silent);
    opened.push(gateway);
    return gateway;
  };
  try {
    return await work(open);
  } finally {
    for (const gateway of opened) gateway.dispose();
  }
}

function asText(report: Report, terminal: Terminal): string {
  const paint = paintFor(terminal);
  const styles = { ok: 'green', failed: 'red', skipped: 'yellow' } as const;
  return `${reportLines(report, plain, (label, state) => paint(styles[state], label)).join('\n')}\n`;
}

function asJson({ identity, connection, checks }: Report): string {
  const facts = { account: identity.account, identity: identity.arn, region: connection.region, checks };
  return `${JSON.stringify(facts, null, 2)}\n`;
}
