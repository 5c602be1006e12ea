/** A text to be filled in: `${1:text}` is its first tab stop. */
export interface Skeleton {
  readonly text: string;
  readonly detail: string;
}

const account = '${1:111122223333}';
const inRegion = `\${2:us-east-1}:${account}`;

const role = (name: string): readonly Skeleton[] => [
  { text: `arn:aws:iam::${account}:role/\${2:${name}}`, detail: 'ARN of a role' },
];

/** https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_iam-permissions.html */
const secretArn = `arn:aws:secretsmanager:${inRegion}:secret:\${3:name-AbCdEf}`;

/**
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-ssm-paramstore.html
 */
const secretSources: readonly Skeleton[] = [
  { text: secretArn, detail: 'Secrets Manager: the whole secret' },
  { text: `${secretArn}:\${4:key}::`, detail: 'Secrets Manager: one key of a JSON secret' },
  { text: `${secretArn}:\${4:key}:\${5:AWSCURRENT}:`, detail: 'Secrets Manager: one key in a version stage' },
  { text: `${secretArn}:\${4:key}::\${5:version-id}`, detail: 'Secrets Manager: one key in a version' },
  { text: `arn:aws:ssm:${inRegion}:parameter/\${3:app/name}`, detail: 'Parameter Store' },
  { text: '/${1:app/name}', detail: 'Parameter Store, in the region of the task' },
];

/**
 * What an ARN, an image reference or another composed text looks like, by member path without indices.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-s3files-config.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-query-language.html
 */
export const skeletons: Readonly<Record<string, readonly Skeleton[]>> = {
  executionRoleArn: role('ecsTaskExecutionRole'),
  taskRoleArn: role('appTaskRole'),
  'containerDefinitions.image': [
    {
      text: `${account}.dkr.ecr.\${2:us-east-1}.amazonaws.com/\${3:app}:\${4:1.0.0}`,
      detail: 'private repository in Amazon ECR',
    },
    {
      text: `${account}.dkr.ecr.\${2:us-east-1}.amazonaws.com/\${3:app}@sha256:\${4:<digest>}`,
      detail: 'private repository in Amazon ECR, by digest',
    },
    { text: 'public.ecr.aws/${1:nginx/nginx}:${2:1.27}', detail: 'public repository in Amazon ECR' },
    {
      text: 'public.ecr.aws/docker/library/${1:busybox}:${2:1.36}',
      detail: 'official image of Docker, from Amazon ECR',
    },
    { text: '${1:nginx}:${2:1.27}', detail: 'official image on Docker Hub' },
    { text: '${1:organization}/${2:repository}:${3:1.0.0}', detail: 'repository on Docker Hub' },
  ],
  'containerDefinitions.secrets.valueFrom': secretSources,
  'containerDefinitions.logConfiguration.secretOptions.valueFrom': secretSources,
  'containerDefinitions.repositoryCredentials.credentialsParameter': [
    { text: secretArn, detail: 'Secrets Manager: user name and password of the registry' },
  ],
  'containerDefinitions.environmentFiles.value': [
    { text: 'arn:aws:s3:::${1:bucket}/${2:app.env}', detail: 'object in Amazon S3; its name ends in .env' },
  ],
  'containerDefinitions.credentialSpecs': [
    { text: 'credentialspec:arn:aws:s3:::${1:bucket}/${2:credspec.json}', detail: 'gMSA, joined to a domain' },
    { text: 'credentialspecdomainless:arn:aws:s3:::${1:bucket}/${2:credspec.json}', detail: 'gMSA without a domain' },
  ],
  'containerDefinitions.user': [
    { text: '${1:1000}:${2:1000}', detail: 'user and group by number' },
    { text: '${1:1000}', detail: 'user by number' },
  ],
  'containerDefinitions.logConfiguration.options.max-buffer-size': [{ text: '${1:25m}', detail: 'size in memory' }],
  'volumes.efsVolumeConfiguration.fileSystemId': [{ text: 'fs-${1:0123456789abcdef0}', detail: 'EFS file system' }],
  'volumes.efsVolumeConfiguration.authorizationConfig.accessPointId': [
    { text: 'fsap-${1:0123456789abcdef0}', detail: 'EFS access point' },
  ],
  'volumes.s3filesVolumeConfiguration.fileSystemArn': [
    { text: `arn:aws:s3files:${inRegion}:file-system/fs-\${3:0123456789abcdef0}`, detail: 'ARN of the S3 file system' },
  ],
  'volumes.s3filesVolumeConfiguration.accessPointArn': [
    {
      text: `arn:aws:s3files:${inRegion}:file-system/fs-\${3:0123456789abcdef0}/access-point/fsap-\${4:0123456789abcdef0}`,
      detail: 'ARN of the access point',
    },
  ],
  'volumes.fsxWindowsFileServerVolumeConfiguration.fileSystemId': [
    { text: 'fs-${1:0123456789abcdef0}', detail: 'FSx file system' },
  ],
  'volumes.fsxWindowsFileServerVolumeConfiguration.authorizationConfig.credentialsParameter': [
    { text: secretArn, detail: 'Secrets Manager: user name and password' },
    { text: `arn:aws:ssm:${inRegion}:parameter/\${3:app/name}`, detail: 'Parameter Store: user name and password' },
  ],
  'placementConstraints.expression': [
    { text: 'attribute:ecs.instance-type =~ ${1:c7g.*}', detail: 'instance types' },
    { text: 'attribute:ecs.availability-zone in [${1:us-east-1a, us-east-1b}]', detail: 'availability zones' },
    { text: 'attribute:ecs.cpu-architecture == ${1:arm64}', detail: 'architecture' },
  ],
};
