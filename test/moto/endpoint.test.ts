import {
  DescribeClustersCommand,
  DescribeServicesCommand,
  DescribeTasksCommand,
  ECSClient,
  ListClustersCommand,
  waitUntilTasksRunning,
} from '@aws-sdk/client-ecs';
import { test as base, beforeAll, describe, expect } from 'vitest';
import { clientOptions, ensureVenv, seed, startEndpoint } from '../support/endpoint/index.mjs';

const root = decodeURIComponent(new URL('../..', import.meta.url).pathname);

beforeAll(() => ensureVenv({ root }));

describe.each(['moto', 'ministack'] as const)('%s', (kind) => {
  const test = base.extend<{ url: string; ecs: ECSClient }>({
    url: async ({ task: _ }, use) => {
      const endpoint = await startEndpoint({ root, kind });
      await use(endpoint.url);
      await endpoint.stop();
    },
    ecs: async ({ url }, use) => {
      const ecs = new ECSClient(clientOptions(url));
      await use(ecs);
      ecs.destroy();
    },
  });

  test('holds what was seeded, and looking at a task does not end it', async ({ url, ecs }) => {
    const seeded = await seed(url);
    const { clusterArns } = await ecs.send(new ListClustersCommand({}));
    const { clusters } = await ecs.send(new DescribeClustersCommand({ clusters: clusterArns ?? [] }));
    expect(clusters?.map(({ clusterName }) => clusterName)).toEqual(seeded.clusters);
    const [shop = '', jobs = ''] = seeded.clusters;
    const asked = { cluster: shop, services: [...seeded.services] };
    const { services } = await ecs.send(new DescribeServicesCommand(asked));
    expect(services?.map(({ serviceName, runningCount }) => [serviceName, runningCount])).toEqual([
      ['web', 2],
      ['orders', 2],
    ]);
    const tasks = { cluster: jobs, tasks: [...seeded.tasks] };
    for (let look = 0; look < 5; look += 1) await ecs.send(new DescribeTasksCommand(tasks));
    const running = await waitUntilTasksRunning({ client: ecs, maxWaitTime: 10 }, tasks);
    expect(running.state).toBe('SUCCESS');
    expect(seeded.tasks).toHaveLength(2);
  });
});
