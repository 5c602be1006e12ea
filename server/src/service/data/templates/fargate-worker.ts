import type { Template } from './template';

/**
 * The worker touches a file at every round, which its health check looks at; a crash restarts the container within the
 * task; on SIGTERM it has as long as Fargate gives to end its work.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export const fargateWorker: Template = {
  id: 'worker',
  title: 'Fargate: worker',
  detail: 'One ARM64 container for work from a queue; restarts after a crash, stops gracefully',
  definition: {
    family: '{family}',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    runtimePlatform: { operatingSystemFamily: 'LINUX', cpuArchitecture: 'ARM64' },
    cpu: '256',
    memory: '512',
    executionRoleArn: 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
    taskRoleArn: 'arn:aws:iam::111122223333:role/{family}TaskRole',
    containerDefinitions: [
      {
        name: '{family}',
        image: '111122223333.dkr.ecr.us-east-1.amazonaws.com/{family}:1.0.0',
        essential: true,
        cpu: 256,
        memory: 512,
        environment: [
          { name: 'QUEUE_URL', value: 'https://sqs.us-east-1.amazonaws.com/111122223333/{family}' },
          { name: 'HEARTBEAT_FILE', value: '/tmp/heartbeat' },
        ],
        user: '1000:1000',
        readonlyRootFilesystem: true,
        linuxParameters: {
          initProcessEnabled: true,
          capabilities: { drop: ['ALL'] },
          tmpfs: [{ containerPath: '/tmp', size: 64 }],
        },
        healthCheck: {
          command: ['CMD-SHELL', 'find /tmp/heartbeat -mmin -2 | grep -q .'],
          interval: 30,
          timeout: 5,
          retries: 3,
          startPeriod: 60,
        },
        restartPolicy: { enabled: true, ignoredExitCodes: [0], restartAttemptPeriod: 60 },
        stopTimeout: 120,
        logConfiguration: {
          logDriver: 'awslogs',
          options: {
            'awslogs-group': '/ecs/{family}',
            'awslogs-region': 'us-east-1',
            'awslogs-stream-prefix': '{family}',
            mode: 'non-blocking',
            'max-buffer-size': '25m',
          },
        },
      },
    ],
  },
};
