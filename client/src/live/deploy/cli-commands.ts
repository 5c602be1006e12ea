import type { Change } from '../change';
import { posixWord } from '../find/cli-command';
import type { ActionPlan } from './plan';

/**
 * The calls of a plan as commands of the AWS CLI, a line each, quoted for a POSIX shell. They hold all that the calls
 * send, but no credential.
 */
export function cliCommands({ changes, place }: Pick<ActionPlan, 'changes' | 'place'>): string {
  const { region, profile, endpoint } = place.connection;
  const ending = [
    '--region',
    region,
    ...(profile === undefined ? [] : ['--profile', profile]),
    // Before an @ an address may have a password.
    ...(endpoint === undefined || endpoint.includes('@') ? [] : ['--endpoint-url', endpoint]),
  ];
  return changes.map((change) => `${[...command(change), ...ending].map(posixWord).join(' ')}\n`).join('');
}

function command({ operation, input }: Change): readonly string[] {
  const name = operation.replaceAll(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
  return ['aws', 'ecs', name, '--cli-input-json', JSON.stringify(input)];
}
