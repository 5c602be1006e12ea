import type { Template } from './template';

/**
 * Fargate runs Windows with 1, 2 or 4 vCPU; a user, a read-only root and Linux parameters do not exist there, and a
 * container without cpu units gets next to nothing.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/windows_task_definitions.html
 */
export const windows: Template = {
  id: 'windows-web',
  title: 'Fargate: Windows web service',
  detail: 'One Windows Server 2022 Core container for a load balancer, with a health check',
  definition: {
    family: '{family}',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE', cpuArchitecture: 'X86_64' },
    cpu: '1024',
    memory: '2048',
    executionRoleArn: 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
    taskRoleArn: 'arn:aws:iam::111122223333:role/{family}TaskRole',
    containerDefinitions: [
      {
        name: '{family}',
        image: '111122223333.dkr.ecr.us-east-1.amazonaws.com/{family}:1.0.0',
        essential: true,
        cpu: 1024,
        memory: 2048,
        portMappings: [{ containerPort: 8080, protocol: 'tcp' }],
        healthCheck: {
          command: ['CMD-SHELL', 'curl.exe -f http://127.0.0.1:8080/health || exit 1'],
          interval: 30,
          timeout: 10,
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
