import type { Json } from '../change';
import type { LaunchType } from '../ports';

/** What the choices for a target depend on, read from the definition once. */
export interface Shape {
  readonly family: string;
  readonly launchTypes: readonly LaunchType[];
  /** Tasks of it may be placed on ECS Managed Instances, which are a capacity provider's alone. */
  readonly managedInstances: boolean;
  readonly networkMode: string | undefined;
}

/** What a file says of a definition. */
export interface DefinitionFacts {
  readonly family: string;
  readonly definition: Json;
  readonly requiresCompatibilities: readonly string[];
  readonly networkMode?: string;
}

/**
 * Where tasks of a definition can be placed: as it requires, or as its members allow.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#requires_compatibilities
 */
export function shapeOf({
  family,
  definition,
  requiresCompatibilities: required,
  networkMode,
}: DefinitionFacts): Shape {
  if (required.length > 0) {
    const managedInstances = required.includes('MANAGED_INSTANCES');
    return { family, networkMode, managedInstances, launchTypes: ALL.filter((type) => required.includes(type)) };
  }
  const awsvpc = networkMode === 'awsvpc';
  const sized = definition.cpu != null && definition.memory != null;
  const launchTypes = ALL.filter((type) => (type === 'FARGATE' ? awsvpc && sized : type === 'EC2' || !awsvpc));
  return { family, networkMode, managedInstances: true, launchTypes };
}

const ALL: readonly LaunchType[] = ['FARGATE', 'EC2', 'EXTERNAL'];
