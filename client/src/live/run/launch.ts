import type { Json } from '../change';
import type { LaunchType, Network } from '../ports';

/** What the choices of a run depend on, read from the definition once. */
export interface Shape {
  readonly family: string;
  readonly launchTypes: readonly LaunchType[];
  readonly networkMode: string | undefined;
}

/**
 * The launch types that RunTask can take for a definition: the required ones, or those its members allow.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#requires_compatibilities
 */
export function launchTypes(
  definition: Json,
  requiresCompatibilities: readonly string[] | undefined,
  networkMode: string | undefined,
): readonly LaunchType[] {
  const required = requiresCompatibilities ?? strings(definition.requiresCompatibilities);
  if (required.length > 0) return ALL.filter((type) => required.includes(type));
  const awsvpc = networkMode === 'awsvpc';
  const sized = definition.cpu != null && definition.memory != null;
  return ALL.filter((type) => (type === 'FARGATE' ? awsvpc && sized : type === 'EC2' || !awsvpc));
}

/** Whether RunTask must be told subnets. Fargate knows no other network mode, also where the definition leaves it out. */
export function needsNetwork(launchType: LaunchType, networkMode: string | undefined): boolean {
  return networkMode === 'awsvpc' || launchType === 'FARGATE';
}

/** A network as requests take it. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html */
export function networkConfiguration({ subnets, securityGroups, assignPublicIp }: Network): Json {
  return {
    awsvpcConfiguration: {
      subnets: [...subnets],
      ...(securityGroups.length > 0 ? { securityGroups: [...securityGroups] } : {}),
      assignPublicIp: assignPublicIp ? 'ENABLED' : 'DISABLED',
    },
  };
}

const ALL: readonly LaunchType[] = ['FARGATE', 'EC2', 'EXTERNAL'];

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
