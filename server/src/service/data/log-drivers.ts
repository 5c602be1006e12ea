/**
 * Log drivers of tasks on Fargate.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html
 */
export const fargateLogDrivers: readonly string[] = ['awslogs', 'splunk', 'awsfirelens'];

/**
 * All log drivers that ECS takes.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html
 */
export const logDrivers: readonly string[] = [
  ...fargateLogDrivers,
  'json-file',
  'syslog',
  'journald',
  'gelf',
  'fluentd',
];

/**
 * Drivers of Docker, some of which ECS took once.
 * https://docs.docker.com/engine/logging/configure/
 */
export const refusedLogDrivers: readonly string[] = ['logentries', 'sumologic', 'gcplogs', 'etwlogs', 'none'];

/**
 * The driver that alone has options whose names begin so.
 * https://docs.docker.com/engine/logging/configure/
 */
export const driverOfOption = /^(awslogs|splunk|gelf|syslog|fluentd)-/;
