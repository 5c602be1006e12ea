import type { CapacityShare } from '../deploy/target';
import { LiveFailure } from '../failure';
import type { Cluster, EcsGateway, LaunchType, Translate } from '../ports';
import type { CapacityProvider } from '../records';
import type { Shape } from './shape';

/** What tasks can be placed on. */
export interface Capacity {
  /** As AWS calls it; `default` is the default strategy of the cluster. */
  readonly name: string;
  readonly on: { readonly launchType: LaunchType } | { readonly capacityProviderStrategy: readonly CapacityShare[] };
  /** All of it is Fargate. */
  readonly fargate: boolean;
}

/** Where tasks of a shape can be placed in a cluster: launch types, its default strategy, its capacity providers. Throws `LiveFailure`. */
export async function capacitiesOf(
  shape: Shape,
  cluster: Cluster,
  gateway: EcsGateway,
  t: Translate,
): Promise<readonly Capacity[]> {
  const found = (await providersOf(cluster, gateway)).filter((it) => fits(it, shape));
  const capacities = [
    ...shape.launchTypes.map((launchType) => ({
      name: launchType,
      on: { launchType },
      fargate: launchType === 'FARGATE',
    })),
    ...defaultStrategy(found),
    // The provider FARGATE is the launch type by another name.
    ...found.filter(({ name }) => !shape.launchTypes.some((type) => type === name)).map(alone),
  ];
  if (capacities.length > 0) return capacities;
  const sentence = t(
    '{0} requires a compatibility that {1} has no capacity provider for: choose another cluster, or add one to it.',
    shape.family,
    cluster.name,
  );
  throw new LiveFailure('invalid', sentence, 'retry');
}

async function providersOf(cluster: Cluster, gateway: EcsGateway): Promise<readonly CapacityProvider[]> {
  if ((cluster.capacityProviders ?? []).length === 0) return [];
  try {
    return (await gateway.capacityProviders(cluster.arn)).items;
  } catch (error) {
    // Who may not read them can still name a launch type.
    if (error instanceof LiveFailure && error.kind === 'access-denied') return [];
    throw error;
  }
}

function fits(provider: CapacityProvider, { launchTypes, managedInstances }: Shape): boolean {
  const { type } = provider;
  if (isFargate(provider)) return launchTypes.includes('FARGATE');
  if (type === 'EC2_AUTOSCALING') return launchTypes.includes('EC2');
  return type === 'MANAGED_INSTANCES' ? managedInstances : true;
}

function defaultStrategy(found: readonly CapacityProvider[]): readonly Capacity[] {
  const members = found.filter(({ weight, base }) => weight !== undefined || base !== undefined);
  if (members.length < 2) return [];
  const shares = members.map(({ name, weight = 0, base = 0 }) => ({
    capacityProvider: name,
    weight,
    ...(base > 0 ? { base } : {}),
  }));
  return [{ name: 'default', on: { capacityProviderStrategy: shares }, fargate: members.every(isFargate) }];
}

function alone(provider: CapacityProvider): Capacity {
  // Without a weight a strategy places no task.
  const shares = [{ capacityProvider: provider.name, weight: 1 }];
  return { name: provider.name, on: { capacityProviderStrategy: shares }, fargate: isFargate(provider) };
}

// Some endpoints do not tell the types of those that every account has.
function isFargate({ name, type = name }: CapacityProvider): boolean {
  return type === 'FARGATE' || type === 'FARGATE_SPOT';
}
