import { sameDefinition } from '../definition';
import { LiveFailure } from '../failure';
import type { Clock, EcsGateway, Log, Revision, Translate } from '../ports';
import { audit } from './audit';

/** What registering needs. */
export interface RegisterPorts {
  readonly gateway: EcsGateway;
  readonly clock: Clock;
  readonly log: Log;
  readonly t: Translate;
  /** For the log. */
  readonly account: string;
}

/**
 * Registers a definition, sending it once whatever happens. When no answer comes, the newest revision is read until it
 * holds what was sent; only then it counts as registered. Throws `LiveFailure`.
 */
export async function register(
  definition: Readonly<Record<string, unknown>>,
  family: string,
  ports: RegisterPorts,
): Promise<Revision> {
  const { gateway } = ports;
  try {
    const revision = await gateway.register(definition);
    record(revision, ports);
    return revision;
  } catch (error) {
    if (!(error instanceof LiveFailure) || !error.details.maybeApplied) throw error;
    return await reconcile(definition, family, error, ports);
  }
}

async function reconcile(
  definition: Readonly<Record<string, unknown>>,
  family: string,
  lost: LiveFailure,
  ports: RegisterPorts,
): Promise<Revision> {
  const { gateway, clock, log, t } = ports;
  log.warn('RegisterTaskDefinition had no answer; reading the newest revision instead of sending it again.');
  for (const wait of WAITS) {
    await clock.sleep(wait);
    const newest = await gateway.newestRevision(family).catch(unknownYet);
    if (newest && sameDefinition(definition, newest.definition)) {
      record(newest, ports);
      return newest;
    }
  }
  const sentence = t(
    '{0} It could not be seen that {1} was registered; nothing was run. Try again: if it was registered after all, that revision is used.',
    lost.sentence,
    family,
  );
  throw new LiveFailure(lost.kind, sentence, 'retry', lost.details);
}

function record({ family, revision }: Revision, { gateway, log, account }: RegisterPorts): void {
  log.info(audit(`RegisterTaskDefinition ${family}:${revision}`, account, gateway));
}

function unknownYet(error: unknown): undefined {
  if (!(error instanceof LiveFailure)) throw error;
}

// ECS is eventually consistent: a new revision may not be seen at once. In milliseconds.
const WAITS = [0, 2_000, 4_000];
