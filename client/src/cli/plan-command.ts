import { parseArgs } from 'node:util';
import type { Command } from '../../../server/src/cli/command';
import { choice } from '../../../server/src/cli/usage-error';
import type { AwsModule } from '../aws/load';
import { cliCommands } from '../live/deploy/cli-commands';
import { differenceLine, planLines } from '../live/deploy/lines';
import { makePlan } from '../live/deploy/make-plan';
import type { Plan } from '../live/deploy/plan';
import { plain } from '../live/plain';
import { aimed, planPorts } from './aimed';
import { connected, tellFailure } from './connect';
import { exitCodes } from './exit-codes';
import { targetFlags, targetOptions } from './target-options';
import type { Terminal } from './terminal';

/** `taskdef plan`: what a deployment would change. */
export function planCommand(terminal: Terminal, aws: () => AwsModule): Command {
  return {
    name: 'plan',
    usage: ['[OPTION...] TARGET|FILE'],
    summary: 'Show what a deployment would change, and change nothing',
    about:
      'TARGET is a name in taskdef.targets of .vscode/settings.json, or a file that has one target. Values of variables and secrets are not shown, but in the commands of --format aws-cli, which hold all that would be sent.',
    options: [
      ...targetFlags,
      { flag: '--format FORMAT', words: 'text, json, or aws-cli for the same calls as commands of the AWS CLI' },
    ],
    examples: [
      { typed: 'plan web-prod', words: 'what the target web-prod would change' },
      { typed: 'plan --cluster shop --service web web.json', words: 'without a target' },
    ],
    exitCodes: [
      ['0', 'the plan is shown; it may have nothing to do'],
      ['1', 'the file has errors'],
      ['2', 'wrong usage'],
      ['3', 'AWS could not be asked, or refused'],
    ],
    run: (argv) => plan(argv, terminal, aws),
  };
}

async function plan(argv: readonly string[], terminal: Terminal, aws: () => AwsModule): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: { ...targetOptions, format: { type: 'string', default: 'text' } },
    allowPositionals: true,
    strict: true,
  });
  const format = choice('format', values.format, ['text', 'json', 'aws-cli'] as const);
  const aim = await aimed(positionals, values, terminal);
  if (!aim) return exitCodes.negative;
  try {
    const made = await connected(aim.input.target, aws(), (gateway) =>
      makePlan(aim.input, planPorts(aim, gateway, terminal)),
    );
    terminal.out(write[format](made));
    return exitCodes.done;
  } catch (error) {
    tellFailure(error, terminal);
    return exitCodes.failure;
  }
}

const write: Readonly<Record<'text' | 'json' | 'aws-cli', (plan: Plan) => string>> = {
  text: planAsText,
  json: (plan) => `${JSON.stringify(planAsJson(plan), null, 2)}\n`,
  'aws-cli': cliCommands,
};

function planAsText(plan: Plan): string {
  const more = plan.differences.slice(8).map((it) => `  ${differenceLine(it, plain)}`);
  const nothing = plan.changes.length === 0 ? ['Nothing to do.'] : [];
  return `${[...planLines(plan, plain), ...more, ...nothing].join('\n')}\n`;
}

/** What scripts may read of a plan: no value of a variable or secret. */
function planAsJson({ place, family, next, inUse, newest, differences, changes, warnings }: Plan) {
  return {
    account: place.identity.account,
    identity: place.identity.arn,
    region: place.connection.region,
    cluster: place.cluster.arn,
    ...(place.service ? { service: place.service.name } : {}),
    family,
    ...(inUse ? { inUse: `${inUse.family}:${inUse.revision}` } : {}),
    ...(newest ? { newest: `${newest.family}:${newest.revision}` } : {}),
    next:
      next.kind === 'new'
        ? { registers: true, revision: next.number }
        : { registers: false, revision: next.revision.revision },
    differences,
    calls: changes.map(({ operation }) => operation),
    warnings,
  };
}
