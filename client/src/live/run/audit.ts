import type { EcsGateway } from '../ports';

/** The line of the log for a call that has changed something: what, and where; nothing of what was sent. */
export function audit(call: string, account: string, { connection }: EcsGateway): string {
  return `${call} in ${account} ${connection.region}`;
}
