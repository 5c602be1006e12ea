/** The managed policy for execution roles. https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSTaskExecutionRolePolicy.html */
export const executionPolicy = 'AmazonECSTaskExecutionRolePolicy';

const pull = [
  'ecr:GetAuthorizationToken',
  'ecr:BatchCheckLayerAvailability',
  'ecr:GetDownloadUrlForLayer',
  'ecr:BatchGetImage',
];
const log = ['logs:CreateLogStream', 'logs:PutLogEvents'];

/** What policies of AWS allow, by the end of their ARN: those that are said to be enough for an execution role. */
export const managedPolicies: ReadonlyMap<string, readonly string[]> = new Map([
  [executionPolicy, [...pull, ...log]],
  ['AdministratorAccess', ['*']],
]);

/**
 * What an execution role has to be allowed, by what a task definition uses.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
 */
export const executionActions = {
  pull,
  log,
  createGroup: ['logs:CreateLogGroup'],
  secret: ['secretsmanager:GetSecretValue'],
  parameter: ['ssm:GetParameters'],
  file: ['s3:GetObject'],
} as const;
