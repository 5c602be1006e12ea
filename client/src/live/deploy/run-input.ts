import type { Json, RunTaskInput } from '../change';
import type { Target, TargetNetwork } from './target';

/** The RunTask input of a target. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html */
export function runInput(
  target: Target,
  clusterArn: string,
  taskDefinition: string,
  clientToken: string,
): RunTaskInput {
  const { overrides, volumeConfigurations, startedBy, count = 1 } = target;
  return {
    cluster: clusterArn,
    taskDefinition,
    count,
    ...launchOf(target),
    ...(overrides ? { overrides } : {}),
    ...(volumeConfigurations ? { volumeConfigurations } : {}),
    ...(startedBy === undefined ? {} : { startedBy }),
    ...tagsOf(target),
    clientToken,
  };
}

/** A network as requests take it. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html */
export function networkConfiguration({ subnets, securityGroups = [], assignPublicIp }: TargetNetwork): Json {
  return {
    awsvpcConfiguration: {
      subnets: [...subnets],
      ...(securityGroups.length > 0 ? { securityGroups: [...securityGroups] } : {}),
      ...(assignPublicIp === undefined ? {} : { assignPublicIp: assignPublicIp ? 'ENABLED' : 'DISABLED' }),
    },
  };
}

function launchOf({ launchType, capacityProviderStrategy, network, platformVersion, ...rest }: Target): Json {
  return {
    // Never both: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
    ...(capacityProviderStrategy ? { capacityProviderStrategy } : launchType ? { launchType } : {}),
    ...(network ? { networkConfiguration: networkConfiguration(network) } : {}),
    ...(platformVersion === undefined ? {} : { platformVersion }),
    ...(rest.enableExecuteCommand === undefined ? {} : { enableExecuteCommand: rest.enableExecuteCommand }),
  };
}

/** The tags of what is begun, which UpdateService alone does not take. */
export function tagsOf({ tags, propagateTags }: Target): Json {
  const named = Object.entries(tags ?? {}).map(([key, value]) => ({ key, value }));
  return {
    ...(named.length > 0 ? { tags: named } : {}),
    ...(propagateTags === undefined || propagateTags === 'NONE' ? {} : { propagateTags }),
  };
}
