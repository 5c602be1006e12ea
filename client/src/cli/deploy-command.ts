import { parseArgs } from 'node:util';
import type { Command } from '../../../server/src/cli/command';
import { choice, UsageError } from '../../../server/src/cli/usage-error';
import type { AwsModule } from '../aws/load';
import { createDeployer } from '../live/deploy/deployer';
import type { Outcome } from '../live/deploy/input';
import { aimed } from './aimed';
import { connected, tellFailure } from './connect';
import { changePorts } from './deploy-ports';
import { createReport, type Report } from './deploy-report';
import { exitCodes } from './exit-codes';
import { targetFlags, targetOptions } from './target-options';
import type { Terminal } from './terminal';

/** `taskdef deploy`: registers what is new, deploys it, and waits for its true end. */
export function deployCommand(terminal: Terminal, aws: () => AwsModule): Command {
  return {
    name: 'deploy',
    usage: ['[OPTION...] TARGET|FILE'],
    summary: 'Register a file, deploy it or run it, and wait for the end',
    about:
      'TARGET is a name in taskdef.targets of .vscode/settings.json, or a file that has one target. The plan is shown before anything is sent. A deployment that was rolled back has failed, also where the service is stable again. Ctrl-C ends the waiting, not the deployment.',
    options: [
      { flag: '--yes', words: 'do not ask; for scripts' },
      { flag: '--confirm NAME', words: 'the name to be typed for a protected target (taskdef.protectedTargets)' },
      { flag: '--no-wait', words: 'end when the deployment has begun' },
      { flag: '--timeout MINUTES', words: 'wait no longer; 30 if not given, 360 at most' },
      ...targetFlags,
      { flag: '--format FORMAT', words: 'text, or json with an event a line' },
    ],
    examples: [
      { typed: 'deploy web-prod', words: 'to the target web-prod' },
      { typed: 'deploy --yes --cluster shop --service web web.json', words: 'in a pipeline, without a target' },
    ],
    exitCodes: [
      ['0', 'deployed, or nothing to do; with --run: the tasks run, or have ended well'],
      ['1', 'the deployment failed, was stopped or rolled back; the file has errors; nobody agreed'],
      ['2', 'wrong usage'],
      ['3', 'AWS could not be asked or refused, or the end was not seen'],
    ],
    run: (argv) => deploy(argv, terminal, aws),
  };
}

const options = {
  ...targetOptions,
  yes: { type: 'boolean', default: false },
  confirm: { type: 'string' },
  'no-wait': { type: 'boolean', default: false },
  timeout: { type: 'string', default: '30' },
  format: { type: 'string', default: 'text' },
} as const;

async function deploy(argv: readonly string[], terminal: Terminal, aws: () => AwsModule): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  const report = createReport(choice('format', values.format, ['text', 'json'] as const), terminal);
  const minutes = Number(values.timeout);
  if (!(minutes >= 1 && minutes <= 360)) throw new UsageError('--timeout takes minutes, 1 to 360.');
  if (!values.yes && !terminal.canAsk) throw new UsageError('nobody can be asked here: say --yes.');
  const aim = await aimed(positionals, values, terminal);
  if (!aim) return exitCodes.negative;
  const answers = { yes: values.yes, typed: values.confirm };
  try {
    return await connected(aim.input.target, aws(), async (gateway) => {
      const ports = changePorts(aim, gateway, { terminal, answers, report, minutes });
      const outcome = await createDeployer().deploy(aim.input, ports);
      return end(outcome, terminal, report, !values['no-wait']);
    });
  } catch (error) {
    tellFailure(error, terminal);
    return exitCodes.failure;
  }
}

async function end(outcome: Outcome, terminal: Terminal, report: Report, wait: boolean): Promise<number> {
  switch (outcome.kind) {
    case 'started': {
      const { watch } = outcome;
      report.started(watch.subject);
      if (!wait) return exitCodes.done;
      watch.listen((event) => report.event(event, terminal.clock.now()));
      const ignore = terminal.onInterrupt(() => watch.stopWatching());
      const how = await watch.end.finally(ignore);
      return report.end(watch.subject, how);
    }
    case 'unchanged':
    case 'done':
      report.done(outcome.kind);
      return exitCodes.done;
    case 'shown':
      return exitCodes.done;
    case 'registered':
      report.done('registered');
      return exitCodes.failure;
    default:
      terminal.err('Nothing was sent.\n');
      return exitCodes.negative;
  }
}
