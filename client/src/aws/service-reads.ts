import {
  DescribeServiceDeploymentsCommand,
  DescribeServiceRevisionsCommand,
  DescribeServicesCommand,
  ListServiceDeploymentsCommand,
  type ServiceDeploymentBrief,
} from '@aws-sdk/client-ecs';
import type { EcsGateway } from '../live/ports';
import { allPages, pageInput } from './pages';
import { toFailureRecord } from './records';
import { ecsCalls, type Send } from './send';
import { toServiceDeployment, toServiceDetails, toServiceRevision } from './service-records';

/** What is known of one service. */
export function serviceReads(
  send: Send,
): Pick<EcsGateway, 'serviceDetails' | 'serviceDeployments' | 'serviceDeployment' | 'serviceRevisions'> {
  const call = ecsCalls(send);
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
    serviceDeployments: async (cluster, service, signal) => {
      const listed = await allPages<ServiceDeploymentBrief>(
        ({ serviceDeploymentArn }) => serviceDeploymentArn,
        (token) =>
          call('ListServiceDeployments', signal, async (ecs, options) => {
            const request = new ListServiceDeploymentsCommand({ cluster, service, ...pageInput(token) });
            const { serviceDeployments: items, nextToken } = await ecs.send(request, options);
            return { items, nextToken };
          }),
      );
      if (listed.length === 0) return { items: [], failures: [] };
      // ECS promises no order.
      const newestFirst = listed.toSorted((a, b) => Number(b.createdAt ?? 0) - Number(a.createdAt ?? 0));
      const [newest, older] = [newestFirst.slice(0, atOnce), newestFirst.slice(atOnce)];
      const arns = newest.map(({ serviceDeploymentArn }) => serviceDeploymentArn ?? '');
      return call('DescribeServiceDeployments', signal, async (ecs, options) => {
        const request = new DescribeServiceDeploymentsCommand({ serviceDeploymentArns: arns });
        const { serviceDeployments = [], failures = [] } = await ecs.send(request, options);
        const byArn = new Map(serviceDeployments.map((it) => [it.serviceDeploymentArn ?? '', it]));
        const described = arns.map((arn) => byArn.get(arn)).filter((it) => it !== undefined);
        return { items: [...described, ...older].map(toServiceDeployment), failures: failures.map(toFailureRecord) };
      });
    },
  };
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServiceDeployments.html */
const atOnce = 20;
