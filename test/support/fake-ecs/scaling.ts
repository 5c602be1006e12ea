import type {
  DescribeScalableTargetsRequest,
  DescribeScalableTargetsResponse,
  DescribeScalingPoliciesRequest,
  DescribeScalingPoliciesResponse,
  ScalingPolicy,
} from '@aws-sdk/client-application-auto-scaling';
import { ApiError } from './api-error';
import { type PageFault, pageOf } from './paging';
import { account, type World } from './world';

/** How Application Auto Scaling scales one service. */
export interface Scaled {
  readonly min: number;
  readonly max: number;
  readonly suspended?: boolean;
  readonly policies: readonly Pick<
    ScalingPolicy,
    'PolicyName' | 'PolicyType' | 'TargetTrackingScalingPolicyConfiguration' | 'StepScalingPolicyConfiguration'
  >[];
}

export function describeScalableTargets(
  world: World,
  request: DescribeScalableTargetsRequest,
  page: PageFault,
): DescribeScalableTargetsResponse {
  checkNamespace(request.ServiceNamespace);
  const ids = [...world.scaled.keys()].filter((id) => request.ResourceIds?.includes(id) ?? true);
  const { items, NextToken } = pageOfScaling(`targets ${request.ResourceIds}`, ids, request, page);
  const ScalableTargets = items.map((ResourceId) => {
    const { min, max, suspended = false } = world.scaled.get(ResourceId) ?? { min: 0, max: 0 };
    return {
      ...ofService(ResourceId),
      MinCapacity: min,
      MaxCapacity: max,
      RoleARN: `arn:aws:iam::${account}:role/aws-service-role/ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService`,
      CreationTime: new Date(world.clock.now()),
      SuspendedState: {
        DynamicScalingInSuspended: suspended,
        DynamicScalingOutSuspended: suspended,
        ScheduledScalingSuspended: suspended,
      },
    };
  });
  return { ScalableTargets, ...NextToken };
}

export function describeScalingPolicies(
  world: World,
  request: DescribeScalingPoliciesRequest,
  page: PageFault,
): DescribeScalingPoliciesResponse {
  checkNamespace(request.ServiceNamespace);
  const id = request.ResourceId ?? '';
  const { items, NextToken } = pageOfScaling(`policies ${id}`, world.scaled.get(id)?.policies ?? [], request, page);
  const ScalingPolicies = items.map((policy) => ({
    ...policy,
    ...ofService(id),
    PolicyARN: `arn:aws:autoscaling:${world.region}:${account}:scalingPolicy:0:resource/ecs/${id}:policyName/${policy.PolicyName}`,
    CreationTime: new Date(world.clock.now()),
  }));
  return { ScalingPolicies, ...NextToken };
}

function pageOfScaling<T>(
  scope: string,
  all: readonly T[],
  { MaxResults, NextToken }: DescribeScalableTargetsRequest,
  fault: PageFault,
) {
  const { items, next } = pageOf(
    all,
    { maxResults: MaxResults, nextToken: NextToken },
    { scope, defaultSize: 50, maxSize: 50, fault },
  );
  return { items, NextToken: next.nextToken === undefined ? {} : { NextToken: next.nextToken } };
}

function ofService(ResourceId: string) {
  return { ServiceNamespace: 'ecs', ResourceId, ScalableDimension: 'ecs:service:DesiredCount' } as const;
}

function checkNamespace(namespace: string | undefined): void {
  if (namespace !== 'ecs')
    throw new ApiError('ValidationException', `The fake scales services of ECS, not ${namespace}.`);
}
