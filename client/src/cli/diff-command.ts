import { parseArgs } from 'node:util';
import type { Command } from '../../../server/src/cli/command';
import { choice, UsageError } from '../../../server/src/cli/usage-error';
import type { AwsModule } from '../aws/load';
import { differences } from '../live/deploy/differences';
import { differenceLine } from '../live/deploy/lines';
import { makePlan } from '../live/deploy/make-plan';
import type { Difference } from '../live/deploy/plan';
import { LiveFailure } from '../live/failure';
import { plain } from '../live/plain';
import type { EcsGateway, Revision } from '../live/ports';
import { type Aimed, aimed, planPorts } from './aimed';
import { connected, connectionFlags, connectionOptions, tellFailure } from './connect';
import { exitCodes } from './exit-codes';
import { readSource, type Source } from './source';
import { type TargetValues, targetOptions } from './target-options';
import type { Terminal } from './terminal';

/** `taskdef diff`: a file against what is registered or in use. */
export function diffCommand(terminal: Terminal, aws: () => AwsModule): Command {
  return {
    name: 'diff',
    usage: ['[OPTION...] FILE', '--target TARGET [OPTION...]'],
    summary: 'Compare a file with what is registered or in use',
    about:
      'Compares with the newest revision of the family; with a service, by options or a target, with the revision that it uses. What ECS adds by itself does not count. Values of variables and secrets are not shown.',
    options: [
      { flag: '--revision FAMILY:N', words: 'compare with this revision' },
      { flag: '--target TARGET', words: 'compare what the target deploys with what is in use' },
      { flag: '--cluster CLUSTER', words: 'with --service: compare with the revision in use' },
      { flag: '--service SERVICE', words: 'in this cluster' },
      { flag: '--family FAMILY', words: 'which definition of a file with several' },
      ...connectionFlags,
      { flag: '--format FORMAT', words: 'text or json' },
    ],
    examples: [
      { typed: 'diff web.json', words: 'with the newest revision' },
      { typed: 'diff --cluster shop --service web web.json', words: 'with the revision in use' },
    ],
    exitCodes: [
      ['0', 'registering the file would change nothing'],
      ['1', 'they differ, or the file has errors'],
      ['2', 'wrong usage'],
      ['3', 'AWS could not be asked, or there is nothing to compare with'],
    ],
    run: (argv) => diff(argv, terminal, aws),
  };
}

const options = {
  ...connectionOptions,
  family: targetOptions.family,
  cluster: targetOptions.cluster,
  service: targetOptions.service,
  revision: { type: 'string' },
  target: { type: 'string' },
  format: { type: 'string', default: 'text' },
} as const;

async function diff(argv: readonly string[], terminal: Terminal, aws: () => AwsModule): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  const format = choice('format', values.format, ['text', 'json'] as const);
  const { target, cluster, service, revision, ...rest } = values;
  if ((cluster === undefined) !== (service === undefined)) {
    throw new UsageError('--cluster and --service go together.');
  }
  const inUse = target !== undefined || cluster !== undefined;
  if (inUse && revision !== undefined) throw new UsageError('say a service or --revision, not both.');
  const found = await (inUse
    ? aimed(target === undefined ? positionals : [target, ...positionals], values, terminal)
    : fileOf(positionals, values.family, terminal));
  if (!found) return exitCodes.negative;
  const connection = 'input' in found ? found.input.target : rest;
  try {
    const { name, list } = await connected(connection, aws(), (gateway) =>
      'input' in found ? withInUse(found, gateway, terminal) : withRevision(found, revision, gateway),
    );
    terminal.out(format === 'json' ? json(name, list) : text(name, list));
    return list.length === 0 ? exitCodes.done : exitCodes.negative;
  } catch (error) {
    tellFailure(error, terminal);
    return exitCodes.failure;
  }
}

interface Found {
  readonly name: string;
  readonly list: readonly Difference[];
}

async function fileOf(
  [file, ...more]: readonly string[],
  family: TargetValues['family'],
  terminal: Terminal,
): Promise<Source | undefined> {
  if (file === undefined || more.length > 0) throw new UsageError('name one file.');
  return readSource({ file, family }, terminal);
}

async function withInUse(aim: Aimed, gateway: EcsGateway, terminal: Terminal): Promise<Found> {
  const {
    inUse,
    newest,
    next,
    family,
    differences: list,
  } = await makePlan(aim.input, planPorts(aim, gateway, terminal));
  const other = inUse ?? newest ?? (next.kind === 'existing' ? next.revision : undefined);
  if (!other) throw none(family, gateway);
  return { name: nameOf(other), list };
}

async function withRevision(
  { definition, family }: Source,
  revision: string | undefined,
  gateway: EcsGateway,
): Promise<Found> {
  const other = await (revision === undefined ? gateway.newestRevision(family) : gateway.revision(revision));
  if (!other) throw none(revision ?? family, gateway);
  return { name: nameOf(other), list: differences(other.definition, { ...definition, family }) };
}

function none(what: string, { connection }: EcsGateway): LiveFailure {
  return new LiveFailure('not-found', `There is no revision of ${what} in ${connection.region}.`, 'retry');
}

function nameOf({ family, revision }: Pick<Revision, 'family' | 'revision'>): string {
  return `${family}:${revision}`;
}

function text(name: string, list: readonly Difference[]): string {
  if (list.length === 0) return `${name} says the same.\n`;
  return `From ${name} to the file:\n${list.map((it) => `${differenceLine(it, plain)}\n`).join('')}`;
}

function json(name: string, list: readonly Difference[]): string {
  return `${JSON.stringify({ revision: name, differences: list }, null, 2)}\n`;
}
