/**
 * Log drivers of tasks on Fargate.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html
 */
export const fargateLogDrivers: readonly string[] = ['awslogs', 'splunk', 'awsfirelens'];
