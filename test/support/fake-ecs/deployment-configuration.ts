import type { DeploymentCircuitBreaker, DeploymentConfiguration } from '@aws-sdk/client-ecs';
import type { ServiceRecord } from './world';

/** A service's deployment configuration, with what ECS takes where nothing was said. */
export function configurationOf({ settings }: Pick<ServiceRecord, 'settings'>): DeploymentConfiguration {
  return {
    strategy: 'ROLLING',
    bakeTimeInMinutes: 0,
    maximumPercent: 200,
    minimumHealthyPercent: 100,
    deploymentCircuitBreaker: { enable: false, rollback: false },
    ...settings.deploymentConfiguration,
  };
}

/** So many failed tasks trip the circuit breaker: half of the desired ones, at least 3 and at most 200, if nothing else is said. */
export function thresholdOf(breaker: DeploymentCircuitBreaker | undefined, desiredCount: number): number {
  const { type = 'BOUNDED_PERCENT', value = 50 } = breaker?.thresholdConfiguration ?? {};
  if (type === 'COUNT') return value;
  const share = Math.ceil((value / 100) * desiredCount);
  return type === 'BOUNDED_PERCENT' ? Math.min(200, Math.max(3, share)) : share;
}
