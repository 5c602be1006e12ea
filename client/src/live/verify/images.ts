import { parseImage } from '../../../../server/src/service/model/container';
import { parseEcrHost } from '../../../../server/src/service/model/resource-names';
import type { Json } from '../change';
import { LiveFailure } from '../failure';
import type { EcsGateway } from '../ports';
import type { Asking, Question, Verdict } from './check';
import type { ImageName } from './reads';
import { objectsAt, textAt, type Written } from './written';

/** Whether the images of private registries are there. */
export function imageQuestions(definition: Written<Json>, asking: Asking): readonly Question[] {
  return objectsAt(definition, 'containerDefinitions').flatMap((container) => {
    const image = textAt(container, 'image');
    if (!image) return [];
    const about = asking.t('Image {0}', image.value);
    const ask = async () => [await asking.once(`image ${image.value}`, () => verdictOf(image.value, about, asking))];
    return [{ id: 'image' as const, path: image.path, about, written: image.value, ask }];
  });
}

async function verdictOf(image: string, about: string, { account, at, once, signal, t }: Asking): Promise<Verdict> {
  const { host = '', repository, tag = 'latest', digest } = parseImage(image);
  const registry = parseEcrHost(host);
  if (!registry) {
    const sentence = t('{0} was not checked: only private registries of ECR are asked.', about);
    return { state: 'skipped', sentence };
  }
  const gateway = await at(registry.region);
  const name: ImageName = {
    account: registry.account,
    repository,
    tag,
    ...(digest === undefined ? {} : { digest }),
  };
  if (await gateway.imageExists(name, signal)) return { state: 'ok', sentence: t('{0} exists.', about) };
  const own = registry.account === account;
  const prefixes = own ? await once(`cache ${registry.region}`, () => prefixesOf(gateway, signal)) : [];
  // Rules that may not be read may be there.
  const cached = prefixes?.some((prefix) => prefix === 'ROOT' || repository.startsWith(`${prefix}/`)) ?? true;
  if (cached) {
    const sentence = prefixes
      ? t('{0} was not checked: ECR fetches it from another registry when it is pulled first.', about)
      : t(
          '{0} is not in ECR yet; whether it is fetched from another registry could not be asked (ecr:DescribePullThroughCacheRules).',
          about,
        );
    return { state: 'skipped', sentence };
  }
  return {
    state: 'failed',
    sentence: t('{0} is not in ECR: there is no such repository, tag or digest.', about),
    fix: t('Push the image, or correct its name.'),
  };
}

// Undefined where they cannot be read.
async function prefixesOf(gateway: EcsGateway, signal: Asking['signal']): Promise<readonly string[] | undefined> {
  try {
    return await gateway.cachedPrefixes(signal);
  } catch (error) {
    if (error instanceof LiveFailure && error.kind !== 'cancelled') return undefined;
    throw error;
  }
}
