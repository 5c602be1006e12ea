import { LiveFailure } from '../failure';
import { escapeMarkdown, factSheet } from '../markdown';
import type { EcsGateway, Translate } from '../ports';
import { shortName } from './revision-name';

type Json = Readonly<Record<string, unknown>>;

/** What a revision holds in short, as Markdown; fetched when it is asked for, once. A failure is told in its place. */
export function revisionSheet(arn: string, gateway: Pick<EcsGateway, 'revision'>, t: Translate): () => Promise<string> {
  let fetched: Promise<string> | undefined;
  return async () => {
    fetched ??= sheet(arn, gateway, t);
    try {
      return await fetched;
    } catch (error) {
      fetched = undefined;
      if (error instanceof LiveFailure) return escapeMarkdown(error.sentence);
      throw error;
    }
  };
}

async function sheet(arn: string, gateway: Pick<EcsGateway, 'revision'>, t: Translate): Promise<string> {
  const found = await gateway.revision(arn);
  if (!found) return escapeMarkdown(t('{0} is not there any more.', shortName(arn)));
  const { definition, status, registeredAt, registeredBy, deregisteredAt } = found;
  const containers = list(definition.containerDefinitions);
  return factSheet(shortName(arn), [
    [t('Status'), status],
    [t('Registered'), registeredAt],
    [t('Registered by'), registeredBy],
    [t('Deregistered'), deregisteredAt],
    [t('Launch types'), list(definition.requiresCompatibilities).map(String).join(', ')],
    [t('Network mode'), text(definition.networkMode)],
    [t('CPU'), text(definition.cpu)],
    [t('Memory'), text(definition.memory)],
    ...containers.map((it): readonly [string, string | undefined] => {
      const { name, image } = it as Json;
      return [t('Container {0}', text(name) ?? ''), text(image)];
    }),
    ['ARN', arn],
  ]);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string | undefined {
  return value == null ? undefined : String(value);
}
