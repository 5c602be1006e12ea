import type { Template } from './template';

/**
 * External instances have no awsvpc, load balancer or EFS: the container is reached at a port of its host and keeps its
 * data in a directory there.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere.html
 */
export const ecsAnywhere: Template = {
  id: 'on-premises',
  title: 'ECS Anywhere: service on your own servers',
  detail: 'One container at a port of the host, with a directory of the host for its data',
  definition: {
    family: '{family}',
    requiresCompatibilities: ['EXTERNAL'],
    networkMode: 'bridge',
    runtimePlatform: { operatingSystemFamily: 'LINUX', cpuArchitecture: 'X86_64' },
    executionRoleArn: 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
    taskRoleArn: 'arn:aws:iam::111122223333:role/{family}TaskRole',
    containerDefinitions: [
      {
        name: '{family}',
        image: '111122223333.dkr.ecr.us-east-1.amazonaws.com/{family}:1.0.0',
        essential: true,
        cpu: 256,
        memory: 512,
        portMappings: [{ containerPort: 8080, hostPort: 8080, protocol: 'tcp' }],
        user: '1000:1000',
        readonlyRootFilesystem: true,
        mountPoints: [{ sourceVolume: 'data', containerPath: '/data', readOnly: false }],
        linuxParameters: {
          initProcessEnabled: true,
          capabilities: { drop: ['ALL'] },
          tmpfs: [{ containerPath: '/tmp', size: 64 }],
        },
        healthCheck: {
          command: ['CMD-SHELL', 'curl -f http://127.0.0.1:8080/health || exit 1'],
          interval: 30,
          timeout: 5,
          retries: 3,
          startPeriod: 30,
        },
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
    volumes: [{ name: 'data', host: { sourcePath: '/srv/{family}' } }],
  },
};
