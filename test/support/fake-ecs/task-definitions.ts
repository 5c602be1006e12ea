import type {
  Compatibility,
  ContainerDefinition,
  DeregisterTaskDefinitionRequest,
  DeregisterTaskDefinitionResponse,
  DescribeTaskDefinitionRequest,
  DescribeTaskDefinitionResponse,
  ListTaskDefinitionFamiliesRequest,
  ListTaskDefinitionFamiliesResponse,
  ListTaskDefinitionsRequest,
  ListTaskDefinitionsResponse,
  RegisterTaskDefinitionRequest,
  RegisterTaskDefinitionResponse,
  Tag,
  TaskDefinition,
} from '@aws-sdk/client-ecs';
import { clientException } from './api-error';
import { type PageFault, pageOf } from './paging';
import { account, type World } from './world';

/** A definition with the tags DescribeTaskDefinition answers beside it. */
export type Definition = TaskDefinition & { readonly tags?: Tag[] };

/** Registers the next revision, filled in as ECS does; ClientException for the faults ECS itself refuses first. */
export function registerTaskDefinition(
  world: World,
  request: RegisterTaskDefinitionRequest,
): RegisterTaskDefinitionResponse {
  check(request);
  const { family = '', containerDefinitions = [], tags, ...rest } = request;
  const revisions = world.definitions.get(family) ?? [];
  const revision = revisions.length + 1;
  const definition: Definition = {
    ...rest,
    taskDefinitionArn: world.arn(`task-definition/${family}:${revision}`),
    family,
    revision,
    status: 'ACTIVE',
    containerDefinitions: containerDefinitions.map((container) => filled(container, rest.networkMode)),
    volumes: rest.volumes ?? [],
    placementConstraints: rest.placementConstraints ?? [],
    compatibilities: compatibilities(request),
    requiresAttributes: [{ name: 'com.amazonaws.ecs.capability.docker-remote-api.1.18' }],
    registeredAt: new Date(world.clock.now()),
    registeredBy: `arn:aws:iam::${account}:user/dev`,
    ...(tags ? { tags } : {}),
  };
  world.definitions.set(family, [...revisions, definition]);
  return { taskDefinition: withoutTags(definition), ...(tags ? { tags } : {}) };
}

/** Makes one revision INACTIVE; its tasks and services go on. The revision has to be named. */
export function deregisterTaskDefinition(
  world: World,
  request: DeregisterTaskDefinitionRequest,
): DeregisterTaskDefinitionResponse {
  const name = request.taskDefinition ?? '';
  if (!/:\d+$/.test(name)) throw clientException('A task definition must be in the format family:revision.');
  const found = findDefinition(world, name);
  if (!found) throw clientException('The specified task definition does not exist.');
  const { family = '' } = found;
  const inactive: Definition = { ...found, status: 'INACTIVE', deregisteredAt: new Date(world.clock.now()) };
  const revisions = world.definitions.get(family) ?? [];
  world.definitions.set(
    family,
    revisions.map((it) => (it === found ? inactive : it)),
  );
  return { taskDefinition: withoutTags(inactive) };
}

export function describeTaskDefinition(
  world: World,
  request: DescribeTaskDefinitionRequest,
): DescribeTaskDefinitionResponse {
  const definition = findDefinition(world, request.taskDefinition ?? '');
  if (!definition) throw clientException('Unable to describe task definition.');
  return {
    taskDefinition: withoutTags(definition),
    ...(request.include?.includes('TAGS') ? { tags: definition.tags ?? [] } : {}),
  };
}

export function listTaskDefinitions(
  world: World,
  request: ListTaskDefinitionsRequest,
  page: PageFault,
): ListTaskDefinitionsResponse {
  const { familyPrefix, sort, status = 'ACTIVE' } = request;
  const oldestFirst = [...world.definitions]
    .filter(([family]) => familyPrefix === undefined || family === familyPrefix)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, revisions]) => revisions)
    .filter((definition) => definition.status === status)
    .map((definition) => definition.taskDefinitionArn ?? '');
  const arns = sort === 'DESC' ? oldestFirst.reverse() : oldestFirst;
  const scope = `definitions ${familyPrefix} ${sort} ${status}`;
  const { items, next } = pageOf(arns, request, { scope, defaultSize: 100, fault: page });
  return { taskDefinitionArns: items, ...next };
}

export function listTaskDefinitionFamilies(
  world: World,
  request: ListTaskDefinitionFamiliesRequest,
  page: PageFault,
): ListTaskDefinitionFamiliesResponse {
  const { familyPrefix = '', status = 'ALL' } = request;
  const families = [...world.definitions]
    .filter(([family]) => family.startsWith(familyPrefix))
    .filter(([, all]) => status === 'ALL' || (status === 'ACTIVE') === all.some((it) => it.status === 'ACTIVE'))
    .map(([family]) => family)
    .sort();
  const scope = `families ${familyPrefix} ${status}`;
  const { items, next } = pageOf(families, request, { scope, defaultSize: 100, fault: page });
  return { families: items, ...next };
}

/** A definition by `family` (its newest ACTIVE revision), `family:revision` or ARN. */
export function findDefinition(world: World, name: string): Definition | undefined {
  const short = name.startsWith('arn:') ? name.slice(name.lastIndexOf('/') + 1) : name;
  const [family = '', revision] = short.split(':');
  const revisions = world.definitions.get(family) ?? [];
  if (revision === undefined) return revisions.findLast((it) => it.status === 'ACTIVE');
  const found = revisions[Number(revision) - 1];
  return found && (found.taskDefinitionArn === name || !name.startsWith('arn:')) ? found : undefined;
}

function check({
  family = '',
  containerDefinitions = [],
  requiresCompatibilities,
  ...rest
}: RegisterTaskDefinitionRequest) {
  if (!/^[\w-]{1,255}$/.test(family)) throw clientException('Family contains invalid characters.');
  if (containerDefinitions.length === 0) throw clientException('Container list cannot be empty.');
  for (const { name, image } of containerDefinitions) {
    if (!name) throw clientException('Container.name should not be null or empty.');
    if (!image) throw clientException('Container.image should not be null or empty.');
  }
  if (!requiresCompatibilities?.includes('FARGATE')) return;
  if (rest.networkMode !== 'awsvpc') throw clientException('Fargate only supports network mode ‘awsvpc’.');
  if (!rest.cpu || !rest.memory) {
    throw clientException('Fargate requires task definition to have cpu and memory at the task level.');
  }
}

function filled(container: ContainerDefinition, networkMode: string | undefined): ContainerDefinition {
  return {
    cpu: 0,
    essential: true,
    environment: [],
    mountPoints: [],
    volumesFrom: [],
    systemControls: [],
    ...container,
    portMappings: (container.portMappings ?? []).map((port) => ({
      protocol: 'tcp',
      ...(networkMode === 'awsvpc' && port.containerPort !== undefined ? { hostPort: port.containerPort } : {}),
      ...port,
    })),
  };
}

function compatibilities({ networkMode, cpu, memory }: RegisterTaskDefinitionRequest): Compatibility[] {
  return networkMode === 'awsvpc' && cpu && memory ? ['EC2', 'FARGATE'] : ['EC2'];
}

function withoutTags({ tags: _, ...definition }: Definition): TaskDefinition {
  return definition;
}
