import type { DeploymentConfiguration } from '@aws-sdk/client-ecs';
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
