import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { isSignedOut } from '../live/connection/signed-out';
import { LiveFailure } from '../live/failure';
import { plain } from '../live/plain';
import type { Connection, EcsGateway, Log, Translate } from '../live/ports';
import { answered } from './answered';
import { capacityReads } from './capacity-reads';
import { changes } from './changes';
import { clientLife } from './client-life';
import { makeClients, type Timeouts } from './clients';
import { daemonReads } from './daemons';
import { definitionReads } from './definition-reads';
import { listings } from './listings';
import { liveTails } from './live-tail';
import { loadBalancing } from './load-balancing';
import { logReads } from './logs';
import { machineReads } from './machines';
import { metricReads } from './metrics';
import { askOnce, type MfaCode } from './mfa';
import { networkReads } from './network-reads';
import { scaling } from './scaling';
import { type Send, sender } from './send';
import { serviceReads } from './service-reads';
import { verifyReads } from './verify-reads';

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
  const { t = plain, readOnly = () => false, timeouts = { connect: 5_000, request: 30_000 } } = options;
  const { region } = connection;
  if (!region) throw new LiveFailure('no-region', t('No AWS region is set: choose one.'), 'pick-connection');
  const settled: Connection = { ...connection, region };
  const mfaCode = askOnce(options.mfaCode, connection.profile);
  const life = clientLife(() => makeClients(settled, timeouts, mfaCode, t));
  const onCall = (failure?: LiveFailure): void => {
    if (failure && isSignedOut(failure)) life.renew();
    options.onCall?.(failure);
  };
  const parts = { clients: life.forCall, readOnly, log, t, onIdle: life.idle };
  const send = told(sender(settled, parts), onCall);
  return {
    connection: settled,
    ...listings(send),
    ...serviceReads(send),
    ...capacityReads(send),
    ...daemonReads(send),
    ...definitionReads(send),
    ...loadBalancing(send),
    ...scaling(send),
    ...liveTails(send),
    ...logReads(send),
    ...machineReads(send),
    ...metricReads(send),
    ...networkReads(send),
    ...verifyReads(send),
    ...changes(send, log),
    identity: (signal) =>
      send({ service: 'sts', operation: 'GetCallerIdentity', signal }, async ({ sts }, options) => {
        const answer = answered(await sts.send(new GetCallerIdentityCommand({}), options), 'Account');
        return { account: answer.Account, arn: answered(answer, 'Arn').Arn };
      }),
    dispose: life.leave,
  };
}

function told(send: Send, tell: (failure?: LiveFailure) => void): Send {
  return async (call, work) => {
    try {
      const answer = await send(call, work);
      tell();
      return answer;
    } catch (error) {
      if (error instanceof LiveFailure) tell(error);
      throw error;
    }
  };
}
