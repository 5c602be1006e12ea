import type * as Ecs from '@aws-sdk/client-ecs';
import type { CapacityProvider, ContainerInstance } from '../live/records';
import { defined, lastPart } from './members';

export function toContainerInstance(given: Ecs.ContainerInstance): ContainerInstance {
  const arn = given.containerInstanceArn ?? '';
  const attribute = (name: string): string | undefined => given.attributes?.find((it) => it.name === name)?.value;
  return {
    arn,
    id: lastPart(arn),
    status: given.status ?? 'ACTIVE',
    // https://docs.aws.amazon.com/systems-manager/latest/userguide/activations.html
    external: given.ec2InstanceId?.startsWith('mi-') ?? false,
    agentConnected: given.agentConnected ?? false,
    runningTasks: given.runningTasksCount ?? 0,
    pendingTasks: given.pendingTasksCount ?? 0,
    registered: resources(given.registeredResources),
    remaining: resources(given.remainingResources),
    ...defined({
      instanceId: given.ec2InstanceId,
      statusReason: given.statusReason,
      agentVersion: given.versionInfo?.agentVersion,
      capacityProvider: given.capacityProviderName,
      availabilityZone: attribute('ecs.availability-zone'),
      instanceType: attribute('ecs.instance-type'),
      registeredAt: given.registeredAt?.toISOString(),
    }),
  };
}

/** `given` is absent when ECS does not describe the provider, `item` when it is not in the cluster's default strategy. */
export function toCapacityProvider(
  name: string,
  given: Ecs.CapacityProvider | undefined,
  item: Ecs.CapacityProviderStrategyItem | undefined,
): CapacityProvider {
  return {
    name,
    ...defined({
      arn: given?.capacityProviderArn,
      status: given?.status,
      autoScalingGroupArn: given?.autoScalingGroupProvider?.autoScalingGroupArn,
      updateStatus: given?.updateStatus,
      updateReason: given?.updateStatusReason,
      type: given?.type,
      base: item && (item.base ?? 0),
      weight: item && (item.weight ?? 0),
    }),
  };
}

function resources(given: readonly Ecs.Resource[] | undefined): ContainerInstance['registered'] {
  const of = (name: string): number | undefined => given?.find((it) => it.name === name)?.integerValue;
  return defined({ cpu: of('CPU'), memory: of('MEMORY') });
}
