import { parseArgs } from 'node:util';
import type { Command } from '../../../server/src/cli/command';
import { paintFor } from '../../../server/src/cli/paint';
import { choice, UsageError } from '../../../server/src/cli/usage-error';
import type { AwsModule } from '../aws/load';
import { LiveFailure } from '../live/failure';
import type { EcsGateway } from '../live/ports';
import { connected, connectionFlags, connectionOptions, tellFailure } from './connect';
import { exitCodes } from './exit-codes';
import { isWell, type ServiceStatus, statusText } from './status-text';
import type { Terminal } from './terminal';

/** `taskdef status`: how a service is, and its last deployment. */
export function statusCommand(terminal: Terminal, aws: () => AwsModule): Command {
  return {
    name: 'status',
    usage: ['--cluster CLUSTER [OPTION...] SERVICE'],
    summary: 'Tell how a service is: tasks, deployment, events',
    about: 'Reads an account and changes nothing.',
    options: [
      { flag: '--cluster CLUSTER', words: 'name or ARN of the cluster' },
      ...connectionFlags,
      { flag: '--format FORMAT', words: 'text, or json with the same facts' },
    ],
    examples: [{ typed: 'status --cluster shop web', words: 'about the service web of the cluster shop' }],
    exitCodes: [
      ['0', 'its last deployment was successful, or is under way'],
      ['1', 'its last deployment failed, was stopped or rolled back'],
      ['2', 'wrong usage'],
      ['3', 'AWS could not be asked, or there is no such service'],
    ],
    run: (argv) => status(argv, terminal, aws),
  };
}

async function status(argv: readonly string[], terminal: Terminal, aws: () => AwsModule): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: { cluster: { type: 'string' }, format: { type: 'string', default: 'text' }, ...connectionOptions },
    allowPositionals: true,
    strict: true,
  });
  const format = choice('format', values.format, ['text', 'json'] as const);
  const [service, ...more] = positionals;
  const { cluster } = values;
  if (service === undefined || more.length > 0) throw new UsageError('name one service.');
  if (cluster === undefined) throw new UsageError('name the cluster with --cluster.');
  try {
    const found = await connected(values, aws(), (gateway) => read(gateway, cluster, service));
    terminal.out(format === 'json' ? `${JSON.stringify(found, null, 2)}\n` : statusText(found, paintFor(terminal)));
    return exitCodeOf(found);
  } catch (error) {
    tellFailure(error, terminal);
    return exitCodes.failure;
  }
}

async function read(gateway: EcsGateway, cluster: string, name: string): Promise<ServiceStatus> {
  const details = await gateway.serviceDetails(cluster, name);
  if (!details) {
    const sentence = `There is no service ${name} in ${cluster} of ${gateway.connection.region}.`;
    throw new LiveFailure('not-found', sentence, 'retry');
  }
  const { service, deployments, events, rollout } = details;
  const { items } = await gateway.serviceDeployments(service.clusterArn, service.arn).catch(withoutHistory);
  const [newest] = items;
  return { service, deployments, rollout, ...(newest ? { newest } : {}), events: events.slice(0, 5) };
}

// Emulators and older endpoints keep no service deployments; what the service says of its own is enough then.
function withoutHistory(error: unknown): { readonly items: readonly [] } {
  if (error instanceof LiveFailure && error.kind !== 'cancelled') return { items: [] };
  throw error;
}

function exitCodeOf({ service, newest }: ServiceStatus): number {
  const well = newest ? isWell(newest.status) : service.failure === undefined;
  return well ? exitCodes.done : exitCodes.negative;
}
