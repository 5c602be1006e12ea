import type { Option } from '../../../server/src/cli/command';
import type { Io } from '../../../server/src/cli/io';
import type { AwsModule } from '../aws/load';
import { LiveFailure } from '../live/failure';
import type { EcsGateway, Log } from '../live/ports';

/** What every command of these takes, for `parseArgs`. */
export const connectionOptions = {
  profile: { type: 'string' },
  region: { type: 'string' },
} as const;

/** The same for its help. */
export const connectionFlags: readonly Option[] = [
  { flag: '--profile NAME', words: 'profile of the shared AWS config; else AWS_PROFILE, else the default one' },
  { flag: '--region REGION', words: 'else AWS_REGION, else that of the profile' },
];

/** The gateway of a profile and region, for the time of `work`. Throws `LiveFailure`. */
export async function connected<T>(
  given: { readonly profile?: string | undefined; readonly region?: string | undefined },
  aws: AwsModule,
  work: (gateway: EcsGateway) => Promise<T>,
): Promise<T> {
  const { profile, region } = given;
  const connection = await aws.resolveConnection({ ...(profile ? { profile } : {}), ...(region ? { region } : {}) });
  const gateway = aws.createGateway(connection, silent);
  try {
    return await work(gateway);
  } finally {
    gateway.dispose();
  }
}

/** The sentence of a failure that was expected; what is none is thrown again. */
export function tellFailure(error: unknown, io: Io): void {
  if (!(error instanceof LiveFailure)) throw error;
  io.err(`taskdef: ${error.sentence}\n`);
}

// What goes wrong reaches the user as a sentence of its own.
const ignore = (): void => undefined;
export const silent: Log = { info: ignore, warn: ignore, error: ignore };
