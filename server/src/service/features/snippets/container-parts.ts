import { stop } from './sketch';
import { freePort, regionOf, type Snippet } from './snippet';

/**
 * Parts of a container.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-restart-policy.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-gpu-specifying.html
 */
export const containerPartSnippets: readonly Snippet[] = [
  {
    label: 'Port mapping',
    detail: 'TCP',
    at: 'containerDefinitions.*.portMappings.*',
    make: ({ task }) => ({ containerPort: stop(1, freePort(8080, task)), protocol: 'tcp' }),
  },
  {
    label: 'Named port mapping',
    detail: 'for Service Connect',
    at: 'containerDefinitions.*.portMappings.*',
    make: ({ task }) =>
      task.isWindows
        ? undefined
        : { name: '${1:http}', containerPort: stop(2, freePort(8080, task)), protocol: 'tcp', appProtocol: 'http' },
  },
  {
    label: 'Environment variable',
    detail: 'plain text',
    at: 'containerDefinitions.*.environment.*',
    make: () => ({ name: '${1:NAME}', value: '${2:value}' }),
  },
  {
    label: 'Secret from Secrets Manager',
    detail: 'in an environment variable',
    at: 'containerDefinitions.*.secrets.*',
    make: ({ task }) => ({
      name: '${1:NAME}',
      valueFrom: `arn:aws:secretsmanager:\${2:${regionOf(task)}}:\${3:111122223333}:secret:\${4:name-AbCdEf}`,
    }),
  },
  {
    label: 'Secret from Parameter Store',
    detail: 'in an environment variable',
    at: 'containerDefinitions.*.secrets.*',
    make: ({ task }) => ({
      name: '${1:NAME}',
      valueFrom: `arn:aws:ssm:\${2:${regionOf(task)}}:\${3:111122223333}:parameter/\${4:app/name}`,
    }),
  },
  {
    label: 'Environment file',
    detail: 'in Amazon S3',
    at: 'containerDefinitions.*.environmentFiles.*',
    make: () => ({ value: 'arn:aws:s3:::${1:bucket}/${2:app.env}', type: 's3' }),
  },
  {
    label: 'Restart in place',
    detail: 'the container alone, without a new task',
    at: 'containerDefinitions.*.restartPolicy',
    make: () => ({ enabled: true, ignoredExitCodes: [stop(1, 0)], restartAttemptPeriod: stop(2, 180) }),
  },
  {
    label: 'GPU',
    detail: 'whole GPUs of the instance',
    at: 'containerDefinitions.*.resourceRequirements.*',
    make: () => ({ type: 'GPU', value: '${1:1}' }),
  },
  {
    label: 'CloudWatch Logs',
    detail: 'awslogs',
    at: 'containerDefinitions.*.logConfiguration',
    make: ({ task, container }) => ({
      logDriver: 'awslogs',
      options: {
        'awslogs-group': `/ecs/\${1:${plainName(task.family.literal) ?? 'app'}}`,
        'awslogs-region': `\${2:${regionOf(task)}}`,
        'awslogs-stream-prefix': `\${3:${plainName(container?.name.literal) ?? 'app'}}`,
      },
    }),
  },
  {
    label: 'FireLens to CloudWatch Logs',
    detail: 'through the log router of this task',
    at: 'containerDefinitions.*.logConfiguration',
    make: ({ task }) =>
      task.containerDefinitions.items.some(({ firelensConfiguration }) => firelensConfiguration.present)
        ? {
            logDriver: 'awsfirelens',
            options: {
              Name: 'cloudwatch_logs',
              region: `\${1:${regionOf(task)}}`,
              log_group_name: `/ecs/\${2:${plainName(task.family.literal) ?? 'app'}}`,
              log_stream_prefix: '${3:app-}',
            },
          }
        : undefined,
  },
  {
    label: 'Open files',
    detail: 'limit on file descriptors',
    at: 'containerDefinitions.*.ulimits.*',
    make: () => ({ name: 'nofile', softLimit: stop(1, 65_536), hardLimit: stop(2, 65_536) }),
  },
];

/** A name that can stand in other texts as it is. */
function plainName(name: string | undefined): string | undefined {
  return name !== undefined && /^[\w.-]+$/.test(name) ? name : undefined;
}
