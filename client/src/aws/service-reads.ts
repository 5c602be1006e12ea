import {
  type ServiceDeployment as Described,
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  DescribeServicesCommand,
  ListServiceDeploymentsCommand,
  type ServiceDeploymentBrief,
} from '@aws-sdk/client-ecs';
import type { EcsGateway, Listing, Signal } from '../live/ports';
import { allPages, pageInput } from './pages';
import { parts } from './parts';
import { toFailureRecord } from './records';
import { ecsCalls, type Send } from './send';
import { toServiceDeployment, toServiceDetails, toServiceRevision } from './service-records';

/** What is known of one service. */
export function serviceReads(
  send: Send,
): Pick<
  EcsGateway,
  'serviceDetails' | 'serviceDeployments' | 'serviceDeploymentPages' | 'serviceDeployment' | 'serviceRevisions'
> {
  const call = ecsCalls(send);
  // ECS promises no order.
  const newestFirst = async (cluster: string, service: string, signal: Signal | undefined) => {
    const listed = await allPages<ServiceDeploymentBrief>(
      ({ serviceDeploymentArn }) => serviceDeploymentArn,
      (token) =>
        call('ListServiceDeployments', signal, async (ecs, options) => {
          const request = new ListServiceDeploymentsCommand({ cluster, service, ...pageInput(token) });
          const { serviceDeployments: items, nextToken } = await ecs.send(request, options);
          return { items, nextToken };
        }),
    );
    return listed.toSorted((a, b) => Number(b.createdAt ?? 0) - Number(a.createdAt ?? 0));
  };
  const describe = (arns: readonly string[], signal: Signal | undefined): Promise<Listing<Described>> =>
    call('DescribeServiceDeployments', signal, async (ecs, options) => {
      const request = new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [...arns] });
      const { serviceDeployments = [], failures = [] } = await ecs.send(request, options);
      const byArn = new Map(serviceDeployments.map((it) => [it.serviceDeploymentArn ?? '', it]));
      const items = arns.map((arn) => byArn.get(arn)).filter((it) => it !== undefined);
      return { items, failures: failures.map(toFailureRecord) };
    });
  return {
    serviceDetails: (cluster, service, signal) =>
      call('DescribeServices', signal, async (ecs, options) => {
        const { services = [] } = await ecs.send(
          new DescribeServicesCommand({ cluster, services: [service] }),
          options,
        );
        const [found] = services.filter(({ status }) => status !== 'INACTIVE');
        return found && toServiceDetails(found, cluster);
      }),
    serviceDeployment: (arn, signal) =>
      call('DescribeServiceDeployments', signal, async (ecs, options) => {
        const request = new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: [arn] });
        const { serviceDeployments: [found] = [] } = await ecs.send(request, options);
        return found && toServiceDeployment(found);
      }),
    serviceRevisions: (arns, signal) =>
      call('DescribeServiceRevisions', signal, async (ecs, options) => {
        const request = new DescribeServiceRevisionsCommand({ serviceRevisionArns: [...arns] });
        const { serviceRevisions = [], failures = [] } = await ecs.send(request, options);
        return { items: serviceRevisions.map(toServiceRevision), failures: failures.map(toFailureRecord) };
      }),
    serviceDeploymentPages: (cluster, service) =>
      parts({
        batch: atOnce,
        list: async (_, signal) => {
          const listed = await newestFirst(cluster, service, signal);
          return { items: listed.map(({ serviceDeploymentArn }) => serviceDeploymentArn ?? ''), nextToken: undefined };
        },
        describe: async (arns, signal) => {
          const { items, failures } = await describe(arns, signal);
          return { items: items.map(toServiceDeployment), failures };
        },
      }),
    serviceDeployments: async (cluster, service, signal) => {
      const listed = await newestFirst(cluster, service, signal);
      if (listed.length === 0) return { items: [], failures: [] };
      const [newest, older] = [listed.slice(0, atOnce), listed.slice(atOnce)];
      const { items, failures } = await describe(
        newest.map(({ serviceDeploymentArn }) => serviceDeploymentArn ?? ''),
        signal,
      );
      return { items: [...items, ...older].map(toServiceDeployment), failures };
    },
  };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServiceDeployments.html */
const atOnce = 20;
