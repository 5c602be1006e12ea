import type { Json } from '../change';
import type { Target } from '../deploy/target';
import { LiveFailure } from '../failure';
import type { Choice, Cluster, EcsGateway, Service, Translate } from '../ports';
import { definitionName } from '../task-state';
import { byUrgency } from '../tree/services';
import { joined } from '../tree/words';
import { lastFirst, lastUsed } from './choices';

/** A file of the workspace that CreateService input stands in. */
export interface ServiceFile {
  /** As `Target.serviceFile`. */
  readonly file: string;
  readonly name: string;
  readonly input: Json;
}

/** The service of a target. */
export interface ServiceChoice {
  readonly name: string;
  /** It is made from this file. */
  readonly file?: string;
}

/** The services of a cluster, those of the family first; then those that can be made from a file. Throws `LiveFailure` when there is neither. */
export async function serviceChoices(
  gateway: EcsGateway,
  cluster: Cluster,
  family: string,
  files: readonly ServiceFile[],
  last: Target | undefined,
  t: Translate,
): Promise<readonly Choice<ServiceChoice>[]> {
  const { items } = await gateway.services(cluster.arn);
  const services = items.filter(({ status }) => status === 'ACTIVE').toSorted(byUrgency);
  const isOwn = ({ taskDefinition }: Service): boolean => familyOf(taskDefinition) === family;
  const sorted = [...services.filter(isOwn), ...services.filter((it) => !isOwn(it))];
  const isLast = ({ name }: { readonly name: string }): boolean => name === last?.service;
  const existing = lastFirst(sorted, isLast).map((service): Choice<ServiceChoice> => {
    const definition = definitionName(service.taskDefinition);
    return {
      label: service.name,
      description: lastUsed(isLast(service), stateOf(service, t), t),
      ...(definition === undefined ? {} : { detail: definition }),
      value: { name: service.name },
      picked: isLast(service),
    };
  });
  const names = new Set(services.map(({ name }) => name));
  const made = files
    .filter(({ name }) => !names.has(name))
    .map(
      ({ name, file }): Choice<ServiceChoice> => ({
        label: t('New service {0}', name),
        description: t('from {0}', file),
        value: { name, file },
      }),
    );
  if (existing.length + made.length > 0) return [...existing, ...made];
  const sentence = t(
    'There is no service in {0}, and no service file here is about {1}: write one with CreateService input, or choose another cluster.',
    cluster.name,
    family,
  );
  throw new LiveFailure('not-found', sentence, 'retry');
}

function stateOf(service: Service, t: Translate): string {
  const trouble = service.failure === undefined ? undefined : t('deployment failed');
  const state = trouble ?? (service.deploying ? t('deploying') : undefined);
  return joined([state, t('{0} of {1} running', service.running, service.desired)], ', ');
}

function familyOf(taskDefinition: string | undefined): string | undefined {
  return definitionName(taskDefinition)?.replace(/:\d+$/, '');
}
