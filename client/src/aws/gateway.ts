import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { LiveFailure } from '../live/failure';
import { plain } from '../live/plain';
import type { Connection, EcsGateway, Log, Translate } from '../live/ports';
import { answered } from './answered';
import { capacityReads } from './capacity-reads';
import { changes } from './changes';
import { type Clients, makeClients, type Timeouts } from './clients';
import { definitionReads } from './definition-reads';
import { listings } from './listings';
import { loadBalancing } from './load-balancing';
import { logReads } from './logs';
import { networkReads } from './network-reads';
import { scaling } from './scaling';
import { sender } from './send';
import { serviceReads } from './service-reads';

/** What a gateway may be told besides its connection; absent: English, changes allowed, 5 s to connect and 30 s for an answer. */
export interface GatewayOptions {
  readonly t?: Translate;
  /** While it answers true, every call that would change something fails with `read-only` and nothing is sent. */
  readonly readOnly?: () => boolean;
  /** In milliseconds. */
  readonly timeouts?: Timeouts;
  /** Asked for the MFA code of a role, once for each device; absent: roles that want one fail with `no-mfa-code`. */
  readonly mfaCode?: MfaCode;
  /** Told after each call that AWS answered, or why a call failed. */
  readonly onCall?: (failure?: LiveFailure) => void;
}

/**
 * The calls of one connection; nothing is sent, and no file is read, before the first of them. `dispose` closes its
 * sockets once no call is under way; a run that still watches its task may go on calling. Throws `LiveFailure` when there
 * is no region.
 */
export function createGateway(
  connection: Partial<Connection>,
  log: Log,
  options: GatewayOptions = {},
): EcsGateway & { dispose(): void } {
  const { t = plain, readOnly = () => false, timeouts = { connect: 5_000, request: 30_000 }, onCall } = options;
  const { region } = connection;
  if (!region) throw new LiveFailure('no-region', t('No AWS region is set: choose one.'), 'pick-connection');
  const settled: Connection = { ...connection, region };
  const made: { clients?: Promise<Clients> } = {};
  const state = { left: false, busy: false };
  const closeIfLeft = (): void => {
    // Closing under a call would look like a lost answer, and lost answers of changes have to be found out about.
    if (state.left && !state.busy) made.clients?.then((it) => it.destroy()).catch(() => undefined);
  };
  const clients = (): Promise<Clients> => {
    state.busy = true;
    made.clients ??= makeClients(settled, timeouts, t);
    return made.clients;
  };
  const onIdle = (): void => {
    state.busy = false;
    closeIfLeft();
  };
  const send = sender(settled, { clients, readOnly, log, t, onIdle });
  return {
    connection: settled,
    ...listings(send),
    ...serviceReads(send),
    ...capacityReads(send),
    ...definitionReads(send),
    ...loadBalancing(send),
    ...scaling(send),
    ...logReads(send),
    ...networkReads(send),
    ...changes(send, log),
    identity: (signal) =>
      send({ service: 'sts', operation: 'GetCallerIdentity', signal }, async ({ sts }, options) => {
        const answer = answered(await sts.send(new GetCallerIdentityCommand({}), options), 'Account');
        return { account: answer.Account, arn: answered(answer, 'Arn').Arn };
      }),
    dispose: () => {
      state.left = true;
      closeIfLeft();
    },
  };
}
