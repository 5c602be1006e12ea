import { type Skeleton, skeletons } from './skeletons';

const account = '${1:111122223333}';
const inRegion = `\${2:us-east-1}:${account}`;

const role = (name: string, detail: string): readonly Skeleton[] => [
  { text: `arn:aws:iam::${account}:role/\${2:${name}}`, detail },
];

const infrastructureRole = role('ecsInfrastructureRole', 'ARN of the infrastructure role of ECS');
const kmsKey: readonly Skeleton[] = [
  { text: `arn:aws:kms:${inRegion}:key/\${3:11111111-2222-3333-4444-555555555555}`, detail: 'ARN of a KMS key' },
];
const targetGroup: readonly Skeleton[] = [
  {
    text: `arn:aws:elasticloadbalancing:${inRegion}:targetgroup/\${3:web}/\${4:0123456789abcdef}`,
    detail: 'target group of an Application or Network Load Balancer',
  },
];
const listener: readonly Skeleton[] = [
  {
    text: `arn:aws:elasticloadbalancing:${inRegion}:listener-rule/app/\${3:web}/\${4:0123456789abcdef}/\${5:0123456789abcdef}/\${6:0123456789abcdef}`,
    detail: 'rule of a listener of an Application Load Balancer',
  },
  {
    text: `arn:aws:elasticloadbalancing:${inRegion}:listener/net/\${3:web}/\${4:0123456789abcdef}/\${5:0123456789abcdef}`,
    detail: 'listener of a Network Load Balancer',
  },
];
const latticeTargetGroup: readonly Skeleton[] = [
  {
    text: `arn:aws:vpc-lattice:${inRegion}:targetgroup/tg-\${3:0123456789abcdef0}`,
    detail: 'target group of VPC Lattice',
  },
];
const latticeListener: readonly Skeleton[] = [
  {
    text: `arn:aws:vpc-lattice:${inRegion}:service/svc-\${3:0123456789abcdef0}/listener/listener-\${4:0123456789abcdef0}/rule/rule-\${5:0123456789abcdef0}`,
    detail: 'rule of a listener of VPC Lattice',
  },
];

/**
 * What ids, ARNs and names look like in the inputs of CreateService, UpdateService and RunTask, by member path without indices.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awselasticloadbalancingv2.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/infrastructure_IAM_role.html
 * https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html
 */
export const requestSkeletons: Readonly<Record<string, readonly Skeleton[]>> = {
  cluster: [
    { text: '${1:default}', detail: 'name of the cluster' },
    { text: `arn:aws:ecs:${inRegion}:cluster/\${3:default}`, detail: 'ARN of the cluster' },
  ],
  taskDefinition: [
    { text: '${1:app}:${2:1}', detail: 'family and revision' },
    { text: `arn:aws:ecs:${inRegion}:task-definition/\${3:app}:\${4:1}`, detail: 'ARN of the task definition' },
  ],
  platformVersion: [
    { text: 'LATEST', detail: 'the newest platform version, the default' },
    { text: '1.4.0', detail: 'the current platform version for Linux' },
    { text: '1.0.0', detail: 'the current platform version for Windows' },
  ],
  role: role('ecsServiceRole', 'role for the load balancer; services in awsvpc mode take the service-linked role'),
  'loadBalancers.targetGroupArn': targetGroup,
  'loadBalancers.advancedConfiguration.alternateTargetGroupArn': targetGroup,
  'loadBalancers.advancedConfiguration.productionListenerRule': listener,
  'loadBalancers.advancedConfiguration.testListenerRule': listener,
  'loadBalancers.advancedConfiguration.roleArn': infrastructureRole,
  'serviceRegistries.registryArn': [
    {
      text: `arn:aws:servicediscovery:${inRegion}:service/srv-\${3:0123456789abcdef}`,
      detail: 'service of AWS Cloud Map',
    },
  ],
  'networkConfiguration.awsvpcConfiguration.subnets': [
    { text: 'subnet-${1:0123456789abcdef0}', detail: 'id of a subnet' },
  ],
  'networkConfiguration.awsvpcConfiguration.securityGroups': [
    { text: 'sg-${1:0123456789abcdef0}', detail: 'id of a security group' },
  ],
  'capacityProviderStrategy.capacityProvider': [
    { text: 'FARGATE', detail: 'capacity of AWS without servers of yours' },
    {
      text: 'FARGATE_SPOT',
      detail: 'spare capacity at a lower price; a task gets two minutes of warning before it is stopped',
    },
    { text: '${1:my-capacity-provider}', detail: 'an Auto Scaling group or Managed Instances, by its name' },
  ],
  'placementConstraints.expression': skeletons['placementConstraints.expression'] ?? [],
  'deploymentConfiguration.alarms.alarmNames': [
    { text: '${1:web-5xx}', detail: 'name of a CloudWatch alarm that fails a deployment' },
  ],
  'deploymentConfiguration.lifecycleHooks.hookTargetArn': [
    { text: `arn:aws:lambda:${inRegion}:function:\${3:validate-deployment}`, detail: 'ARN of a Lambda function' },
  ],
  'deploymentConfiguration.lifecycleHooks.roleArn': role('ecsHookRole', 'ARN of a role that may call the function'),
  'serviceConnectConfiguration.namespace': [
    { text: '${1:local}', detail: 'name of a namespace of AWS Cloud Map' },
    {
      text: `arn:aws:servicediscovery:${inRegion}:namespace/ns-\${3:0123456789abcdef}`,
      detail: 'ARN of the namespace',
    },
  ],
  'serviceConnectConfiguration.logConfiguration.secretOptions.valueFrom':
    skeletons['containerDefinitions.logConfiguration.secretOptions.valueFrom'] ?? [],
  'serviceConnectConfiguration.services.tls.issuerCertificateAuthority.awsPcaAuthorityArn': [
    {
      text: `arn:aws:acm-pca:${inRegion}:certificate-authority/\${3:11111111-2222-3333-4444-555555555555}`,
      detail: 'ARN of a private certificate authority',
    },
  ],
  'serviceConnectConfiguration.services.tls.kmsKey': kmsKey,
  'serviceConnectConfiguration.services.tls.roleArn': infrastructureRole,
  'volumeConfigurations.managedEBSVolume.roleArn': infrastructureRole,
  'volumeConfigurations.managedEBSVolume.kmsKeyId': kmsKey,
  'volumeConfigurations.managedEBSVolume.snapshotId': [
    { text: 'snap-${1:0123456789abcdef0}', detail: 'id of a snapshot' },
  ],
  'volumeConfigurations.managedEBSVolume.volumeType': [
    { text: 'gp3', detail: 'SSD for most uses; iops and throughput apart from its size' },
    { text: 'gp2', detail: 'SSD for most uses, of the generation before' },
    { text: 'io2', detail: 'SSD with provisioned iops, durable' },
    { text: 'io1', detail: 'SSD with provisioned iops' },
    { text: 'st1', detail: 'HDD for large sequential reads and writes, from 125 GiB' },
    { text: 'sc1', detail: 'HDD for what is read rarely, from 125 GiB' },
    { text: 'standard', detail: 'magnetic, of a previous generation; not on Fargate' },
  ],
  'vpcLatticeConfigurations.roleArn': infrastructureRole,
  'vpcLatticeConfigurations.targetGroupArn': latticeTargetGroup,
  'vpcLatticeConfigurations.advancedConfiguration.alternateTargetGroupArn': latticeTargetGroup,
  'vpcLatticeConfigurations.advancedConfiguration.productionListenerRule': latticeListener,
  'vpcLatticeConfigurations.advancedConfiguration.testListenerRule': latticeListener,
  'overrides.taskRoleArn': skeletons.taskRoleArn ?? [],
  'overrides.executionRoleArn': skeletons.executionRoleArn ?? [],
  'overrides.containerOverrides.environmentFiles.value': skeletons['containerDefinitions.environmentFiles.value'] ?? [],
};
