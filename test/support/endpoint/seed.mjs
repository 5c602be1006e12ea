// @ts-check
import { DescribeSecurityGroupsCommand, DescribeSubnetsCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  CreateClusterCommand,
  CreateServiceCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
  RunTaskCommand,
} from '@aws-sdk/client-ecs';
import { clientOptions } from './environment.mjs';
import { clusterNames, fargateDefinition, fargatePlacement } from './fixtures.mjs';

/**
 * @typedef {object} Seeded
 * @property {'us-east-1'} region
 * @property {readonly string[]} clusters names
 * @property {readonly string[]} services of the first cluster, names
 * @property {readonly string[]} tasks standalone, ARNs
 * @property {readonly string[]} subnetIds of the default VPC
 * @property {string} securityGroupId the default one of that VPC
 */

/**
 * Fills an endpoint: `storefront` with two services, `batch-jobs` with two standalone tasks, `playground` with nothing.
 * ministack starts the services' tasks; moto starts none.
 * @param {string} url
 * @returns {Promise<Seeded>}
 */
export async function seed(url) {
  const ecs = new ECSClient(clientOptions(url));
  const ec2 = new EC2Client(clientOptions(url));
  try {
    const network = await defaultNetwork(ec2);
    for (const clusterName of clusterNames) await ecs.send(new CreateClusterCommand({ clusterName }));
    for (const definition of definitions) await ecs.send(new RegisterTaskDefinitionCommand(definition));
    const [shop, jobs] = clusterNames;
    const placement = fargatePlacement(network);
    const services = ['web', 'orders'];
    for (const serviceName of services) {
      await ecs.send(
        new CreateServiceCommand({
          cluster: shop,
          serviceName,
          taskDefinition: serviceName,
          // What MOTO_ECS_SERVICE_RUNNING says runs, so that the services look settled.
          desiredCount: 2,
          ...placement,
        }),
      );
    }
    const run = new RunTaskCommand({ cluster: jobs, taskDefinition: 'nightly-report', count: 2, ...placement });
    const { tasks = [] } = await ecs.send(run);
    return {
      region: 'us-east-1',
      clusters: clusterNames,
      services,
      tasks: tasks.map(({ taskArn }) => taskArn ?? ''),
      ...network,
    };
  } finally {
    ecs.destroy();
    ec2.destroy();
  }
}

const definitions = [
  fargateDefinition('web', [
    { name: 'web', image: 'public.ecr.aws/nginx/nginx:1.29', memory: 256, port: 80 },
    { name: 'log-router', image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:stable', memory: 128 },
  ]),
  fargateDefinition('orders', [
    { name: 'orders', image: 'public.ecr.aws/docker/library/node:24', memory: 512, port: 8080 },
  ]),
  fargateDefinition('nightly-report', [
    { name: 'report', image: 'public.ecr.aws/docker/library/python:3.13', memory: 512 },
  ]),
];

/**
 * @param {EC2Client} ec2
 */
async function defaultNetwork(ec2) {
  const ofDefaultVpc = await ec2.send(
    new DescribeSubnetsCommand({ Filters: [{ Name: 'default-for-az', Values: ['true'] }] }),
  );
  const [first, second] = ofDefaultVpc.Subnets ?? [];
  const Filters = [
    { Name: 'vpc-id', Values: [first?.VpcId ?? ''] },
    { Name: 'group-name', Values: ['default'] },
  ];
  const { SecurityGroups } = await ec2.send(new DescribeSecurityGroupsCommand({ Filters }));
  const securityGroupId = SecurityGroups?.[0]?.GroupId;
  if (!first?.SubnetId || !second?.SubnetId || !securityGroupId) {
    throw new Error('The endpoint has no default VPC with two subnets and a security group.');
  }
  return { subnetIds: [first.SubnetId, second.SubnetId], securityGroupId };
}
