import type { Failure, Translate } from './ports';

/**
 * What a `failures[]` entry means, in a sentence; AWS's own detail where there is one.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/api_failures_messages.html
 */
export function explainFailure({ reason, detail }: Failure, t: Translate): string {
  const meaning = meaningOf(reason, t);
  const said = detail ? `${reason}: ${detail}` : reason;
  return meaning ? `${meaning} (${said})` : said;
}

function meaningOf(reason: string, t: Translate): string | undefined {
  const upper = reason.toUpperCase();
  if (upper === 'MISSING') return t('It is not there any more, or not in this cluster.');
  if (upper === 'INACTIVE') return t('Its container instance is not active any more.');
  if (upper === 'AGENT') return t('The agent of the container instance is not connected.');
  if (upper === 'LOCATION') return t('The availability zone of the container instance does not fit the subnets.');
  if (upper === 'CAPACITY' || upper.startsWith('RESOURCE:FARGATE')) return t('Fargate has no capacity there now.');
  if (upper.startsWith('ATTRIBUTE')) return t('No container instance has an attribute that the task definition needs.');
  if (!upper.startsWith('RESOURCE')) return undefined;
  const resource = upper.slice('RESOURCE:'.length);
  switch (resource) {
    case 'CPU':
      return t('No container instance has enough CPU left.');
    case 'MEMORY':
      return t('No container instance has enough memory left.');
    case 'ENI':
      return t('No container instance can take another network interface.');
    case 'PORTS':
      return t('A host port is taken on every container instance.');
    case 'GPU':
      return t('No container instance has enough GPUs left.');
    default:
      return t('No container instance has enough of a resource left.');
  }
}
