import type { Template } from './template';

/**
 * The GPU is the container's alone. Frameworks pass data between their processes in shared memory, of which Docker gives
 * 64 MiB; only EC2 lets a container have more.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-gpu.html
 */
export const ec2Gpu: Template = {
  id: 'inference',
  title: 'EC2: GPU',
  detail: 'One container with a GPU and shared memory, for inference behind a load balancer',
  definition: {
    family: '{family}',
    requiresCompatibilities: ['EC2'],
    networkMode: 'awsvpc',
    runtimePlatform: { operatingSystemFamily: 'LINUX', cpuArchitecture: 'X86_64' },
    executionRoleArn: 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
    taskRoleArn: 'arn:aws:iam::111122223333:role/{family}TaskRole',
    containerDefinitions: [
      {
        name: '{family}',
        image: '111122223333.dkr.ecr.us-east-1.amazonaws.com/{family}:1.0.0',
        essential: true,
        cpu: 2048,
        memory: 12288,
        resourceRequirements: [{ type: 'GPU', value: '1' }],
        portMappings: [{ name: 'http', containerPort: 8080, protocol: 'tcp', appProtocol: 'http' }],
        user: '1000:1000',
        readonlyRootFilesystem: true,
        linuxParameters: {
          initProcessEnabled: true,
          capabilities: { drop: ['ALL'] },
          sharedMemorySize: 1024,
          tmpfs: [{ containerPath: '/tmp', size: 1024 }],
        },
        healthCheck: {
          command: ['CMD-SHELL', 'curl -f http://127.0.0.1:8080/health || exit 1'],
          interval: 30,
          timeout: 5,
          retries: 3,
          startPeriod: 120,
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
  },
};
