import type { Template } from './template';

/**
 * Runs to its end, so it has neither ports nor a health check; no line of its log may be lost, so the log driver blocks.
 * An empty volume belongs to root unless the image declares it with another owner.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
 */
export const fargateBatch: Template = {
  id: 'batch',
  title: 'Fargate: scheduled batch job',
  detail: 'One ARM64 container that runs to its end, with 50 GiB for the VOLUME of its image',
  definition: {
    family: '{family}',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    runtimePlatform: { operatingSystemFamily: 'LINUX', cpuArchitecture: 'ARM64' },
    cpu: '1024',
    memory: '2048',
    ephemeralStorage: { sizeInGiB: 50 },
    executionRoleArn: 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
    taskRoleArn: 'arn:aws:iam::111122223333:role/{family}TaskRole',
    containerDefinitions: [
      {
        name: '{family}',
        image: '111122223333.dkr.ecr.us-east-1.amazonaws.com/{family}:1.0.0',
        essential: true,
        cpu: 1024,
        memory: 2048,
        command: ['run-job', '--output', 's3://example-bucket/{family}/'],
        environment: [{ name: 'TMPDIR', value: '/scratch' }],
        user: '1000:1000',
        readonlyRootFilesystem: true,
        mountPoints: [{ sourceVolume: 'scratch', containerPath: '/scratch', readOnly: false }],
        linuxParameters: { initProcessEnabled: true, capabilities: { drop: ['ALL'] } },
        stopTimeout: 120,
        logConfiguration: {
          logDriver: 'awslogs',
          options: {
            'awslogs-group': '/ecs/{family}',
            'awslogs-region': 'us-east-1',
            'awslogs-stream-prefix': '{family}',
            mode: 'blocking',
          },
        },
      },
    ],
    volumes: [{ name: 'scratch' }],
  },
};
