import { hasPlaceholder } from '../../../../server/src/service/syntax/placeholder';
import type { Json } from '../change';
import type { Target } from '../deploy/target';
import { type FailureKind, LiveFailure } from '../failure';
import { limiter } from '../limit';
import type { Connection, EcsGateway, Identity, Signal, Translate } from '../ports';
import type { Asking, Check, Question } from './check';
import { imageQuestions } from './images';
import { logQuestions } from './logs';
import { notAsked } from './not-asked';
import { roleQuestions } from './roles';
import { secretQuestions } from './secrets';
import { targetQuestions } from './target';

/** What the checks need from the world. */
export interface VerifyPorts {
  /** Of the target's profile and region. */
  readonly gateway: EcsGateway;
  /** Another region with the same credentials. Throws `LiveFailure`. */
  readonly inRegion: (region: string) => Promise<EcsGateway>;
  readonly t: Translate;
  readonly signal?: Signal;
}

/** What was found out, and as whom. */
export interface Report {
  readonly identity: Identity;
  readonly connection: Connection;
  readonly checks: readonly Check[];
}

/** Where the definition is to run. */
export interface Aim {
  readonly target: Target;
  /** CreateService input, from which the service is made when there is none. */
  readonly serviceFile?: Json;
}

/**
 * Whether what a definition and its target name is there in the account, in the order of the definition: it is read, nothing is
 * changed, and no value of a secret is read. Each thing is asked about once, at most four at a time; what could not be asked is
 * skipped. `definition` is RegisterTaskDefinition input. Throws `LiveFailure` where the account cannot be asked at all, or is another
 * one than the target's.
 */
export async function verify(
  definition: Json,
  aim: Aim | undefined,
  { gateway, inRegion, t, signal }: VerifyPorts,
): Promise<Report> {
  const identity = await gateway.identity(signal);
  const { account } = identity;
  if (aim) requireAccount(aim.target, account, t);
  const { connection } = gateway;
  const once = remembered();
  const at = (wanted: string): Promise<EcsGateway> =>
    wanted === connection.region ? Promise.resolve(gateway) : once(`gateway ${wanted}`, () => inRegion(wanted));
  const asking: Asking = { gateway, account, at, once, signal, t };
  const whole = { path: '', value: definition };
  const questions = [roleQuestions, imageQuestions, secretQuestions, logQuestions, notAsked].flatMap((of) =>
    of(whole, asking),
  );
  const limited = limiter(4);
  const answers = async (asked: readonly Question[]): Promise<readonly Check[]> =>
    (await Promise.all(asked.map((it) => limited(() => answer(it, t))))).flat();
  const written = await answers(questions);
  const aimed = aim ? await answers(await targetQuestions(whole, aim, asking)) : [];
  return { identity, connection, checks: [...written, ...aimed] };
}

function requireAccount({ name, account: wanted }: Target, account: string, t: Translate): void {
  if (wanted === undefined || wanted === account) return;
  const sentence = t('{0} is for account {1}, but the credentials are of {2}.', name, wanted, account);
  throw new LiveFailure('conflict', sentence, 'pick-connection');
}

async function answer({ id, path, about, written, ask }: Question, t: Translate): Promise<readonly Check[]> {
  if (written !== undefined && hasPlaceholder(written)) {
    return [{ id, path, state: 'skipped', sentence: t('{0} was not checked: a template fills it in.', about) }];
  }
  try {
    return (await ask()).map((verdict) => ({ id, path, ...verdict }));
  } catch (error) {
    if (!(error instanceof LiveFailure) || forAll.has(error.kind)) throw error;
    return [{ id, path, state: 'skipped', sentence: t('{0} was not checked. {1}', about, error.sentence) }];
  }
}

/** With these nothing else can be asked either. */
const forAll: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'no-credentials',
  'bad-credentials',
  'sso-expired',
  'login-expired',
  'token-expired',
  'no-mfa-code',
  'no-region',
  'cancelled',
]);

function remembered(): Asking['once'] {
  const answers = new Map<string, Promise<unknown>>();
  return <T>(key: string, read: () => Promise<T>): Promise<T> => {
    const known = answers.get(key) ?? read();
    answers.set(key, known);
    // What a key was read as is told by the key.
    return known as Promise<T>;
  };
}
