import type {
  DescribeServiceRevisionsRequest,
  DescribeServiceRevisionsResponse,
  ServiceRevision,
} from '@aws-sdk/client-ecs';
import { invalidParameter } from './api-error';
import type { DeploymentRecord, ServiceRecord, World } from './world';

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServiceRevisions.html: 1 to 20. */
export function describeServiceRevisions(
  world: World,
  request: DescribeServiceRevisionsRequest,
): DescribeServiceRevisionsResponse {
  const asked = request.serviceRevisionArns ?? [];
  if (asked.length === 0 || asked.length > 20) throw invalidParameter('Between 1 and 20 service revisions.');
  const found = asked.map((arn) => {
    const [, cluster = '', name = ''] = arn.split('/');
    const service = world.clusters.get(cluster)?.services.get(name);
    const record = service?.deployments.find(({ revisionArn }) => revisionArn === arn);
    return service && record ? describe(service, record) : arn;
  });
  return {
    serviceRevisions: found.filter((it) => typeof it !== 'string'),
    failures: found.filter((it) => typeof it === 'string').map((arn) => ({ arn, reason: 'MISSING' })),
  };
}

function describe(service: ServiceRecord, record: DeploymentRecord): ServiceRevision {
  const {
    networkConfiguration,
    platformVersion,
    serviceConnectConfiguration,
    serviceRegistries,
    volumeConfigurations,
  } = record.settings;
  return {
    serviceRevisionArn: record.revisionArn,
    serviceArn: service.arn,
    clusterArn: service.clusterArn,
    taskDefinition: record.definition.taskDefinitionArn,
    ...(record.capacityProviderStrategy.length > 0
      ? { capacityProviderStrategy: record.capacityProviderStrategy }
      : { launchType: service.launchType }),
    ...(service.launchType === 'FARGATE'
      ? { platformVersion: platformVersion ?? '1.4.0', platformFamily: 'Linux' }
      : {}),
    loadBalancers: record.loadBalancers,
    serviceRegistries,
    networkConfiguration,
    serviceConnectConfiguration,
    volumeConfigurations,
    containerImages: record.definition.containerDefinitions?.map(({ name, image }) => ({
      containerName: name,
      image,
      imageDigest: `sha256:${'0'.repeat(64)}`,
    })),
    guardDutyEnabled: false,
    createdAt: new Date(record.createdAt),
  };
}
