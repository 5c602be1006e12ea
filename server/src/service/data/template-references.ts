/** How a value of a template names a resource of a type; what `Ref` returns where neither an attribute nor a text is given. */
export interface TemplateReference {
  readonly type: string;
  readonly attribute?: string;
  /** A text for `Fn::Sub` in which `${Id}` stands for the resource; `${1:text}` is its first tab stop. */
  readonly text?: string;
}

const role: readonly TemplateReference[] = [{ type: 'AWS::IAM::Role', attribute: 'Arn' }];
const credentials: readonly TemplateReference[] = [{ type: 'AWS::SecretsManager::Secret' }];
const logGroup: readonly TemplateReference[] = [{ type: 'AWS::Logs::LogGroup' }];

const secretSources: readonly TemplateReference[] = [
  ...credentials,
  { type: 'AWS::SecretsManager::Secret', text: '${Id}:${1:key}::' },
  { type: 'AWS::SSM::Parameter' },
];

/**
 * Resources of a template that a member of a task definition takes, by member path without indices.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-role.html
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-parameter.html
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecr-repository.html
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-efs-filesystem.html
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-efs-accesspoint.html
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-fsx-filesystem.html
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3files-filesystem.html
 */
export const templateReferences: Readonly<Record<string, readonly TemplateReference[]>> = {
  executionRoleArn: role,
  taskRoleArn: role,
  'containerDefinitions.image': [{ type: 'AWS::ECR::Repository', text: '${Id.RepositoryUri}:${1:1.0.0}' }],
  'containerDefinitions.secrets.valueFrom': secretSources,
  'containerDefinitions.logConfiguration.secretOptions.valueFrom': secretSources,
  'containerDefinitions.repositoryCredentials.credentialsParameter': credentials,
  'containerDefinitions.environmentFiles.value': [{ type: 'AWS::S3::Bucket', text: '${Id.Arn}/${1:app.env}' }],
  'containerDefinitions.logConfiguration.options.awslogs-group': logGroup,
  'containerDefinitions.logConfiguration.options.log_group_name': logGroup,
  'volumes.efsVolumeConfiguration.fileSystemId': [{ type: 'AWS::EFS::FileSystem' }],
  'volumes.efsVolumeConfiguration.authorizationConfig.accessPointId': [{ type: 'AWS::EFS::AccessPoint' }],
  'volumes.fsxWindowsFileServerVolumeConfiguration.fileSystemId': [{ type: 'AWS::FSx::FileSystem' }],
  'volumes.fsxWindowsFileServerVolumeConfiguration.authorizationConfig.credentialsParameter': [
    ...credentials,
    { type: 'AWS::SSM::Parameter' },
  ],
  'volumes.s3filesVolumeConfiguration.fileSystemArn': [
    { type: 'AWS::S3Files::FileSystem', attribute: 'FileSystemArn' },
  ],
};

/**
 * The same for a service.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-service.html
 */
export const serviceReferences: Readonly<Record<string, readonly TemplateReference[]>> = {
  cluster: [{ type: 'AWS::ECS::Cluster' }],
  taskDefinition: [{ type: 'AWS::ECS::TaskDefinition' }],
  role: [{ type: 'AWS::IAM::Role', attribute: 'Arn' }],
  'loadBalancers.targetGroupArn': [{ type: 'AWS::ElasticLoadBalancingV2::TargetGroup' }],
  'loadBalancers.advancedConfiguration.alternateTargetGroupArn': [{ type: 'AWS::ElasticLoadBalancingV2::TargetGroup' }],
  'loadBalancers.advancedConfiguration.productionListenerRule': [{ type: 'AWS::ElasticLoadBalancingV2::ListenerRule' }],
  'loadBalancers.advancedConfiguration.testListenerRule': [{ type: 'AWS::ElasticLoadBalancingV2::ListenerRule' }],
  'loadBalancers.advancedConfiguration.roleArn': [{ type: 'AWS::IAM::Role', attribute: 'Arn' }],
  'networkConfiguration.awsvpcConfiguration.subnets': [{ type: 'AWS::EC2::Subnet' }],
  'networkConfiguration.awsvpcConfiguration.securityGroups': [
    { type: 'AWS::EC2::SecurityGroup', attribute: 'GroupId' },
  ],
  'serviceRegistries.registryArn': [{ type: 'AWS::ServiceDiscovery::Service', attribute: 'Arn' }],
  'capacityProviderStrategy.capacityProvider': [{ type: 'AWS::ECS::CapacityProvider' }],
  'serviceConnectConfiguration.namespace': [
    { type: 'AWS::ServiceDiscovery::HttpNamespace', attribute: 'Arn' },
    { type: 'AWS::ServiceDiscovery::PrivateDnsNamespace', attribute: 'Arn' },
  ],
  'volumeConfigurations.managedEBSVolume.roleArn': [{ type: 'AWS::IAM::Role', attribute: 'Arn' }],
  'volumeConfigurations.managedEBSVolume.kmsKeyId': [{ type: 'AWS::KMS::Key', attribute: 'Arn' }],
};

/** Members beside those above that templates often take from their parameters. */
export const parameterPlaces: readonly string[] = [
  'family',
  'cpu',
  'memory',
  'containerDefinitions.cpu',
  'containerDefinitions.memory',
  'containerDefinitions.memoryReservation',
  'containerDefinitions.portMappings.containerPort',
  'containerDefinitions.environment.value',
  'desiredCount',
];
