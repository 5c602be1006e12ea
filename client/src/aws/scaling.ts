import type { ScalingPolicy } from '@aws-sdk/client-application-auto-scaling';
import type { EcsGateway } from '../live/ports';
import type { Scaling } from '../live/records';
import { defined } from './members';
import { allPages } from './pages';
import type { Send } from './send';

/** How a service is scaled. */
export function scaling(send: Send): Pick<EcsGateway, 'scaling'> {
  return {
    scaling: async (clusterName, serviceName, signal) => {
      const id = `service/${clusterName}/${serviceName}`;
      const of = { ServiceNamespace: 'ecs', ScalableDimension: 'ecs:service:DesiredCount' } as const;
      const call = { service: 'application-autoscaling', signal } as const;
      const target = await send({ ...call, operation: 'DescribeScalableTargets' }, async (clients, options) => {
        const [client, sdk] = [await clients.scaling(), await import('@aws-sdk/client-application-auto-scaling')];
        const request = new sdk.DescribeScalableTargetsCommand({ ...of, ResourceIds: [id] });
        return (await client.send(request, options)).ScalableTargets?.[0];
      });
      if (!target) return undefined;
      const policies = await allPages<ScalingPolicy>(
        ({ PolicyARN }) => PolicyARN,
        (token) =>
          send({ ...call, operation: 'DescribeScalingPolicies' }, async (clients, options) => {
            const [client, sdk] = [await clients.scaling(), await import('@aws-sdk/client-application-auto-scaling')];
            const page = token ? { NextToken: token } : {};
            const request = new sdk.DescribeScalingPoliciesCommand({ ...of, ResourceId: id, ...page });
            const { ScalingPolicies: items, NextToken: nextToken } = await client.send(request, options);
            return { items, nextToken };
          }),
      );
      const { DynamicScalingInSuspended, DynamicScalingOutSuspended, ScheduledScalingSuspended } =
        target.SuspendedState ?? {};
      return {
        min: target.MinCapacity ?? 0,
        max: target.MaxCapacity ?? 0,
        suspended: [DynamicScalingInSuspended, DynamicScalingOutSuspended, ScheduledScalingSuspended].includes(true),
        policies: policies.map(toPolicy),
      };
    },
  };
}

function toPolicy(given: ScalingPolicy): Scaling['policies'][number] {
  return {
    name: given.PolicyName ?? '',
    kind: given.PolicyType ?? '',
    ...defined({ detail: trackingDetail(given) ?? stepDetail(given) }),
  };
}

function trackingDetail({ TargetTrackingScalingPolicyConfiguration: tracking }: ScalingPolicy): string | undefined {
  if (!tracking) return undefined;
  const metric =
    tracking.PredefinedMetricSpecification?.PredefinedMetricType ?? tracking.CustomizedMetricSpecification?.MetricName;
  return [metric, tracking.TargetValue].filter((it) => it !== undefined).join(' ');
}

function stepDetail({ StepScalingPolicyConfiguration: step }: ScalingPolicy): string | undefined {
  if (!step) return undefined;
  const steps = (step.StepAdjustments ?? []).map(({ ScalingAdjustment: by = 0 }) => (by > 0 ? `+${by}` : `${by}`));
  return [step.AdjustmentType, steps.join(', ')].filter(Boolean).join(' ');
}
