import type { Json } from '../change';
import type { Asking, Question, Verdict } from './check';
import { objectAt, objectsAt, textAt, type Written } from './written';

/** Whether the log groups of the `awslogs` driver are there. */
export function logQuestions(definition: Written<Json>, asking: Asking): readonly Question[] {
  return objectsAt(definition, 'containerDefinitions').flatMap((container) => {
    const configuration = objectAt(container, 'logConfiguration');
    const options = objectAt(configuration, 'options');
    const group = textAt(options, 'awslogs-group');
    if (configuration.value.logDriver !== 'awslogs' || !group) return [];
    const region = textAt(options, 'awslogs-region')?.value ?? asking.gateway.connection.region;
    const about = asking.t('Log group {0}', group.value);
    const isMade = options.value['awslogs-create-group'] === 'true';
    const ask = async () => [isMade ? made(about, asking) : await verdictOf(group.value, region, about, asking)];
    const written = `${group.value} ${region}`;
    return [{ id: 'log-group' as const, path: group.path, about, written, ask }];
  });
}

function made(about: string, { t }: Asking): Verdict {
  const sentence = t('{0} was not checked: awslogs-create-group makes it where it is missing.', about);
  return { state: 'skipped', sentence };
}

async function verdictOf(
  name: string,
  region: string,
  about: string,
  { at, once, signal, t }: Asking,
): Promise<Verdict> {
  const exists = await once(`log group ${region} ${name}`, async () => (await at(region)).logGroupExists(name, signal));
  return exists
    ? { state: 'ok', sentence: t('{0} exists.', about) }
    : {
        state: 'failed',
        sentence: t('{0} does not exist in {1}: tasks that log to it do not start.', about, region),
        fix: t('Create the log group, or set awslogs-create-group to "true".'),
      };
}
