import { type CapacityProvider, DescribeCapacityProvidersCommand, DescribeClustersCommand } from '@aws-sdk/client-ecs';
import type { EcsGateway } from '../live/ports';
import { toCapacityProvider } from './capacity-records';
import { lastPart } from './members';
import { allPages } from './pages';
import { toFailureRecord } from './records';
import { ecsCalls, type Send } from './send';

/** What gives a cluster its capacity. */
export function capacityReads(send: Send): Pick<EcsGateway, 'capacityProviders'> {
  const call = ecsCalls(send);
  return {
    capacityProviders: async (clusterArn, signal) => {
      const { cluster, failures } = await call('DescribeClusters', signal, async (ecs, options) => {
        const answer = await ecs.send(new DescribeClustersCommand({ clusters: [clusterArn] }), options);
        return { cluster: answer.clusters?.[0], failures: (answer.failures ?? []).map(toFailureRecord) };
      });
      const strategy = new Map(
        cluster?.defaultCapacityProviderStrategy?.map((item) => [item.capacityProvider ?? '', item]),
      );
      const names = new Set([...strategy.keys(), ...(cluster?.capacityProviders ?? [])]);
      if (names.size === 0) return { items: [], failures };
      const clusterName = cluster?.clusterName ?? lastPart(clusterArn);
      // With the cluster, because those of managed instances are known within it only; with the names, because some
      // endpoints know nothing of clusters here.
      const of = { cluster: clusterName, capacityProviders: [...names] };
      const described = await allPages<CapacityProvider>(
        ({ name }) => name,
        (token) =>
          call('DescribeCapacityProviders', signal, async (ecs, options) => {
            const request = new DescribeCapacityProvidersCommand({ ...of, ...(token ? { nextToken: token } : {}) });
            const { capacityProviders: items, nextToken } = await ecs.send(request, options);
            return { items, nextToken };
          }),
      );
      const byName = new Map(described.map((it) => [it.name, it]));
      return {
        items: [...names].map((name) => toCapacityProvider(name, byName.get(name), strategy.get(name))),
        failures,
      };
    },
  };
}
