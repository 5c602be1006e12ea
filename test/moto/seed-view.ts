import {
  ApplicationAutoScalingClient,
  PutScalingPolicyCommand,
  RegisterScalableTargetCommand,
} from '@aws-sdk/client-application-auto-scaling';
import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import {
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  EC2Client,
  RunInstancesCommand,
} from '@aws-sdk/client-ec2';
import {
  CreateClusterCommand,
  CreateServiceCommand,
  DeleteClusterCommand,
  DeregisterTaskDefinitionCommand,
  ECSClient,
  RegisterContainerInstanceCommand,
  RegisterTaskDefinitionCommand,
  RunTaskCommand,
  StopTaskCommand,
} from '@aws-sdk/client-ecs';
import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateTargetGroupCommand,
  ElasticLoadBalancingV2Client,
  RegisterTargetsCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { clientOptions, fargateDefinition, fargatePlacement } from '../support/endpoint/index.mjs';

type Placement = ReturnType<typeof fargatePlacement>;

/** Fills moto with what `viewSuite` looks for. */
export async function seedView(url: string): Promise<void> {
  const options = clientOptions(url);
  const [ecs, ec2] = [new ECSClient(options), new EC2Client(options)];
  const { placement, vpcId } = await defaultNetwork(ec2);
  await addDefinitions(ecs);
  await ecs.send(new CreateClusterCommand({ clusterName: 'deleted' }));
  await ecs.send(new DeleteClusterCommand({ cluster: 'deleted' }));
  await ecs.send(new CreateClusterCommand({ clusterName: 'idle' }));
  await addMachines(ecs, ec2);
  const targetGroupArn = await addTargetGroup(options, vpcId, placement);
  await addMixed(ecs, targetGroupArn, placement);
  await addScaling(options);
  await addMetrics(options);
  ecs.destroy();
  ec2.destroy();
}

async function defaultNetwork(ec2: EC2Client) {
  const ofDefaultVpc = { Filters: [{ Name: 'default-for-az', Values: ['true'] }] };
  const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand(ofDefaultVpc));
  const [first, second] = Subnets;
  const vpcId = first?.VpcId ?? '';
  const Filters = [
    { Name: 'vpc-id', Values: [vpcId] },
    { Name: 'group-name', Values: ['default'] },
  ];
  const { SecurityGroups = [] } = await ec2.send(new DescribeSecurityGroupsCommand({ Filters }));
  const subnetIds = [first?.SubnetId ?? '', second?.SubnetId ?? ''];
  return { placement: fargatePlacement({ subnetIds, securityGroupId: SecurityGroups[0]?.GroupId ?? '' }), vpcId };
}

async function addDefinitions(ecs: ECSClient): Promise<void> {
  for (const tag of [1, 2, 3]) {
    const container = { name: 'orders', image: `orders:${tag}`, memory: 512, port: 8080 };
    await ecs.send(new RegisterTaskDefinitionCommand(fargateDefinition('orders', [container])));
  }
  await ecs.send(new DeregisterTaskDefinitionCommand({ taskDefinition: 'orders:1' }));
  const containerDefinitions = [{ name: 'agent', image: 'agent:1', memory: 64 }];
  await ecs.send(new RegisterTaskDefinitionCommand({ family: 'agent', containerDefinitions }));
}

// By itself: moto lists the tasks of an instance only in a cluster that has no task on Fargate.
async function addMachines(ecs: ECSClient, ec2: EC2Client): Promise<void> {
  const cluster = 'machines';
  await ecs.send(new CreateClusterCommand({ clusterName: cluster }));
  const wanted = { ImageId: 'ami-12c6146b', MinCount: 1, MaxCount: 1 };
  const { Instances: [machine] = [] } = await ec2.send(new RunInstancesCommand(wanted));
  const instanceIdentityDocument = JSON.stringify({ instanceId: machine?.InstanceId });
  await ecs.send(new RegisterContainerInstanceCommand({ cluster, instanceIdentityDocument }));
  await ecs.send(new RunTaskCommand({ cluster, taskDefinition: 'agent', launchType: 'EC2' }));
}

async function addTargetGroup(
  options: ReturnType<typeof clientOptions>,
  VpcId: string,
  { networkConfiguration }: Placement,
): Promise<string> {
  const elb = new ElasticLoadBalancingV2Client(options);
  const Subnets = networkConfiguration?.awsvpcConfiguration?.subnets;
  const { LoadBalancers: [balancer] = [] } = await elb.send(new CreateLoadBalancerCommand({ Name: 'shop', Subnets }));
  const listening = { Protocol: 'HTTP', Port: 80 } as const;
  const { TargetGroups: [group] = [] } = await elb.send(
    new CreateTargetGroupCommand({ Name: 'shop', ...listening, VpcId, TargetType: 'ip' }),
  );
  const { TargetGroupArn = '' } = group ?? {};
  const { LoadBalancerArn } = balancer ?? {};
  const DefaultActions = [{ Type: 'forward' as const, TargetGroupArn }];
  await elb.send(new CreateListenerCommand({ LoadBalancerArn, ...listening, DefaultActions }));
  await elb.send(new RegisterTargetsCommand({ TargetGroupArn, Targets: [{ Id: '172.31.0.7', Port: 80 }] }));
  elb.destroy();
  return TargetGroupArn;
}

async function addMixed(ecs: ECSClient, targetGroupArn: string, placement: Placement): Promise<void> {
  const cluster = 'mixed';
  const run = { cluster, taskDefinition: 'orders', ...placement };
  await ecs.send(
    new CreateClusterCommand({
      clusterName: cluster,
      capacityProviders: ['FARGATE', 'FARGATE_SPOT'],
      defaultCapacityProviderStrategy: [{ capacityProvider: 'FARGATE', base: 1, weight: 2 }],
    }),
  );
  const { tasks: [unwanted] = [] } = await ecs.send(new RunTaskCommand(run));
  await ecs.send(new StopTaskCommand({ cluster, task: unwanted?.taskArn, reason: 'No longer wanted' }));
  await ecs.send(new RunTaskCommand(run));
  const loadBalancers = [{ targetGroupArn, containerName: 'orders', containerPort: 8080 }];
  await ecs.send(new CreateServiceCommand({ ...run, serviceName: 'shop', desiredCount: 2, loadBalancers }));
}

async function addScaling(options: ReturnType<typeof clientOptions>): Promise<void> {
  const scaling = new ApplicationAutoScalingClient(options);
  const target = {
    ServiceNamespace: 'ecs',
    ResourceId: 'service/mixed/shop',
    ScalableDimension: 'ecs:service:DesiredCount',
  } as const;
  await scaling.send(new RegisterScalableTargetCommand({ ...target, MinCapacity: 2, MaxCapacity: 10 }));
  await scaling.send(
    new PutScalingPolicyCommand({
      ...target,
      PolicyName: 'cpu',
      PolicyType: 'TargetTrackingScaling',
      TargetTrackingScalingPolicyConfiguration: {
        TargetValue: 75,
        PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' },
      },
    }),
  );
  scaling.destroy();
}

async function addMetrics(options: ReturnType<typeof clientOptions>): Promise<void> {
  const cloudWatch = new CloudWatchClient(options);
  const Dimensions = [
    { Name: 'ClusterName', Value: 'mixed' },
    { Name: 'ServiceName', Value: 'shop' },
  ];
  const measured = { MetricName: 'CPUUtilization', Dimensions, Timestamp: new Date(Date.now() - 120_000), Value: 40 };
  await cloudWatch.send(new PutMetricDataCommand({ Namespace: 'AWS/ECS', MetricData: [measured] }));
  cloudWatch.destroy();
}
