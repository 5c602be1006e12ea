import type { Template } from './template';

/**
 * The load balancer sends to the named port; the health check of the container replaces it while it hangs.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
 */
export const fargateWeb: Template = {
  id: 'web',
  title: 'Fargate: web service behind a load balancer',
  detail: 'One HTTP container for an Application Load Balancer, with a health check and a secret',
  definition: {
    family: '{family}',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    runtimePlatform: { operatingSystemFamily: 'LINUX', cpuArchitecture: 'X86_64' },
    cpu: '512',
    memory: '1024',
    executionRoleArn: 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
    taskRoleArn: 'arn:aws:iam::111122223333:role/{family}TaskRole',
    containerDefinitions: [
      {
        name: '{family}',
        image: '111122223333.dkr.ecr.us-east-1.amazonaws.com/{family}:1.0.0',
        essential: true,
        cpu: 512,
        memory: 1024,
        portMappings: [{ name: 'http', containerPort: 8080, protocol: 'tcp', appProtocol: 'http' }],
        environment: [{ name: 'PORT', value: '8080' }],
        secrets: [
          {
            name: 'DATABASE_URL',
            valueFrom: 'arn:aws:ssm:us-east-1:111122223333:parameter/{family}/database-url',
          },
        ],
        user: '1000:1000',
        readonlyRootFilesystem: true,
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
  },
};
