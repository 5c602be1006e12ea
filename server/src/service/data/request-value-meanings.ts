import { valueMeanings } from './value-meanings';

/**
 * What a value of a set means in the inputs of CreateService, UpdateService and RunTask; by member path without its indices, then
 * by value.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PlacementStrategy.html
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html
 */
export const requestMeanings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  launchType: {
    FARGATE: 'Tasks run on capacity of AWS without servers of yours, at the price of Fargate On-Demand.',
    EC2: 'Tasks run on the EC2 instances that are registered in the cluster.',
    EXTERNAL: 'Tasks run on your own servers, registered through ECS Anywhere.',
    MANAGED_INSTANCES: 'Tasks run on EC2 instances that ECS starts, patches and replaces for you.',
  },
  'capacityProviderStrategy.capacityProvider': {
    FARGATE: 'Capacity of AWS without servers of yours.',
    FARGATE_SPOT: 'Spare capacity of Fargate at a lower price; AWS may stop a task after two minutes of warning.',
  },
  schedulingStrategy: {
    REPLICA: 'As many tasks as desiredCount says, spread over the cluster; the default.',
    DAEMON: 'One task on every instance of the cluster that meets the placement constraints; not on Fargate.',
  },
  'deploymentController.type': {
    ECS: 'ECS deploys by itself, in the way that the strategy says; the default.',
    CODE_DEPLOY: 'AWS CodeDeploy shifts the traffic between two target groups.',
    EXTERNAL: 'Another tool creates and removes the task sets.',
  },
  'deploymentConfiguration.strategy': {
    ROLLING: 'New tasks replace the running ones step by step, within the two percentages; the default.',
    BLUE_GREEN: 'All new tasks start beside the running ones, then the traffic is shifted at once.',
    LINEAR: 'All new tasks start beside the running ones, then the traffic is shifted in equal steps.',
    CANARY: 'All new tasks start beside the running ones; a small part of the traffic is shifted first, then the rest.',
  },
  'deploymentConfiguration.lifecycleHooks.targetType': {
    AWS_LAMBDA: 'A Lambda function is called and decides whether the deployment goes on.',
    PAUSE: 'The deployment waits until somebody lets it go on.',
  },
  'placementStrategy.type': {
    spread: 'Tasks are spread evenly over the values of the field, e.g. over zones or instances.',
    binpack: 'Tasks are placed where the least of the resource is left, so that few instances are used.',
    random: 'Tasks are placed anywhere that has room for them.',
  },
  'placementConstraints.type': {
    ...valueMeanings['placementConstraints.type'],
    distinctInstance: 'Every task is placed on another instance.',
  },
  'networkConfiguration.awsvpcConfiguration.assignPublicIp': {
    ENABLED:
      'Tasks get a public IP address: on Fargate the way to the internet, and to registries, from public subnets.',
    DISABLED: 'Tasks have private addresses; they reach the internet through a NAT gateway, AWS through VPC endpoints.',
  },
  availabilityZoneRebalancing: {
    ENABLED: 'ECS moves tasks to other availability zones when their numbers are uneven.',
    DISABLED: 'Tasks stay where they are while they run.',
  },
  propagateTags: {
    TASK_DEFINITION: 'Tasks get the tags of the task definition.',
    SERVICE: 'Tasks get the tags of the service.',
    NONE: 'Tasks get no tags; the default.',
  },
  'volumeConfigurations.managedEBSVolume.tagSpecifications.propagateTags': {
    TASK_DEFINITION: 'The volume gets the tags of the task definition.',
    SERVICE: 'The volume gets the tags of the service.',
    NONE: 'The volume gets no tags of others; the default.',
  },
  'volumeConfigurations.managedEBSVolume.filesystemType': {
    xfs: 'The default on Linux.',
    ext4: 'On Linux.',
    ext3: 'On Linux, for volumes that have it already.',
    ntfs: 'The only one on Windows.',
  },
  'serviceConnectConfiguration.logConfiguration.logDriver':
    valueMeanings['containerDefinitions.logConfiguration.logDriver'] ?? {},
  'serviceConnectConfiguration.accessLogConfiguration.format': {
    JSON: 'One JSON object for each request, for tools.',
    TEXT: 'One line for each request, for people.',
  },
};
