import { parseArn, parseSecret } from '../../../../server/src/service/model/resource-names';
import type { Json } from '../change';
import type { Asking, Question, Verdict } from './check';
import { objectAt, objectsAt, textAt, type Written } from './written';

/** Whether the secrets and parameters that containers get are there; none of their values is read. */
export function secretQuestions(definition: Written<Json>, asking: Asking): readonly Question[] {
  return objectsAt(definition, 'containerDefinitions').flatMap((container) => {
    const given = [
      ...objectsAt(container, 'secrets'),
      ...objectsAt(objectAt(container, 'logConfiguration'), 'secretOptions'),
    ];
    const registry = textAt(objectAt(container, 'repositoryCredentials'), 'credentialsParameter');
    return [
      ...given.flatMap((it) => textAt(it, 'valueFrom') ?? []).map((it) => questionOf(it, asking)),
      // The only member that takes the name of a secret.
      ...(registry ? [isArn(registry.value) ? questionOf(registry, asking) : secretOf(registry, asking)] : []),
    ];
  });
}

function questionOf(reference: Written<string>, asking: Asking): Question {
  return parseArn(reference.value)?.service === 'secretsmanager'
    ? secretOf(reference, asking)
    : parameterOf(reference, asking);
}

function secretOf({ path, value }: Written<string>, asking: Asking): Question {
  const about = asking.t('Secret {0}', value);
  return { id: 'secret', path, about, written: value, ask: async () => [await secretVerdict(value, about, asking)] };
}

async function secretVerdict(value: string, about: string, { gateway, at, once, signal, t }: Asking): Promise<Verdict> {
  const arn = parseArn(value);
  const reference = arn && parseSecret(arn);
  // ECS puts the key and the version behind the name.
  const id = reference && arn ? value.split(':').slice(0, 7).join(':') : value;
  const region = arn?.region || gateway.connection.region;
  const facts = await once(`secret ${region} ${id}`, async () => (await at(region)).secretFacts(id, signal));
  if (!facts) {
    const sentence = t('{0} does not exist in {1}.', about, region);
    return { state: 'failed', sentence, fix: t('Create the secret, or correct the reference.') };
  }
  if (facts.deleted) {
    const sentence = t('{0} is scheduled for deletion: nobody can read it.', about);
    return { state: 'failed', sentence, fix: t('Restore the secret, or name another one.') };
  }
  const stage = reference?.versionStage;
  if (stage && !facts.stages.includes(stage)) {
    const sentence = t('{0} has no version with the label {1}.', about, stage);
    return { state: 'failed', sentence, fix: t('Correct the label of the version.') };
  }
  return { state: 'ok', sentence: t('{0} exists; its value was not read.', about) };
}

function parameterOf({ path, value }: Written<string>, asking: Asking): Question {
  const about = asking.t('Parameter {0}', value);
  return {
    id: 'parameter',
    path,
    about,
    written: value,
    ask: async () => [await parameterVerdict(value, about, asking)],
  };
}

async function parameterVerdict(value: string, about: string, asking: Asking): Promise<Verdict> {
  const { gateway, account, at, once, signal, t } = asking;
  const arn = parseArn(value);
  const [, ofArn] = /^parameter\/(.+)$/.exec(arn?.resource ?? '') ?? [];
  if (isArn(value) && (arn?.service !== 'ssm' || ofArn === undefined)) {
    const sentence = t('{0} was not checked: it is neither a parameter nor a secret.', about);
    return { state: 'skipped', sentence };
  }
  if (arn && arn.account !== account) {
    const sentence = t('{0} was not checked: it is of another account, which does not list it here.', about);
    return { state: 'skipped', sentence };
  }
  // The ARN of /name and that of name are the same.
  const names = (ofArn === undefined ? [value] : [`/${ofArn}`, ...(ofArn.includes('/') ? [] : [ofArn])]).map(plainName);
  if (names.some((name) => name.startsWith('/aws/'))) {
    const sentence = t('{0} was not checked: Parameter Store does not list those of AWS.', about);
    return { state: 'skipped', sentence };
  }
  const region = arn?.region || gateway.connection.region;
  const exists = await once(`parameter ${region} ${names}`, async () =>
    (await at(region)).parameterExists(names, signal),
  );
  return exists
    ? { state: 'ok', sentence: t('{0} exists; its value was not read.', about) }
    : {
        state: 'failed',
        sentence: t('{0} does not exist in {1}.', about, region),
        fix: t('Create the parameter, or correct the reference.'),
      };
}

/** Without its version or label. */
function plainName(name: string): string {
  return name.split(':')[0] ?? name;
}

function isArn(text: string): boolean {
  return text.startsWith('arn:');
}
