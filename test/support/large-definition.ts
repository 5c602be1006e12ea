/** A sound Fargate definition of ten containers, as JSON text of at least so many bytes. */
export function largeDefinition(bytes = 60_000): string {
  const size = (variables: number) => JSON.stringify(definition(variables), null, 2);
  let variables = 1;
  while (size(variables).length < bytes) variables++;
  return size(variables);
}

function definition(variables: number): object {
  const containers = Array.from({ length: 10 }, (_, index) => container(index, variables));
  return {
    family: 'web',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '4096',
    memory: '8192',
    executionRoleArn: 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
    taskRoleArn: 'arn:aws:iam::111122223333:role/web',
    runtimePlatform: { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' },
    containerDefinitions: containers,
    volumes: containers.map((_, index) => ({ name: `data-${index}` })),
    tags: [{ key: 'team', value: 'web' }],
  };
}

function container(index: number, variables: number): object {
  const first = index === 0;
  return {
    name: `part-${index}`,
    image: `public.ecr.aws/example/part-${index}:1.${index}`,
    essential: true,
    cpu: 256,
    memory: 512,
    user: '1000:1000',
    readonlyRootFilesystem: true,
    portMappings: [
      { containerPort: 8000 + index, protocol: 'tcp', name: `http-${index}`, appProtocol: 'http' },
      { containerPort: 9000 + index, protocol: 'tcp', name: `admin-${index}` },
    ],
    environment: Array.from({ length: variables }, (_, at) => ({
      name: `SETTING_${at}`,
      value: `value ${at} of ${index}`,
    })),
    secrets: [
      { name: 'DB_PASSWORD', valueFrom: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf' },
      { name: 'API_TOKEN', valueFrom: 'arn:aws:ssm:us-east-1:111122223333:parameter/web/token' },
    ],
    mountPoints: [{ sourceVolume: `data-${index}`, containerPath: '/var/data' }],
    ...(!first && { dependsOn: [{ containerName: `part-${index - 1}`, condition: 'HEALTHY' }] }),
    ulimits: [{ name: 'nofile', softLimit: 4096, hardLimit: 8192 }],
    dockerLabels: { 'com.example.part': `part-${index}`, 'com.example.team': 'web' },
    healthCheck: {
      command: ['CMD-SHELL', `curl -f http://localhost:${8000 + index}/ || exit 1`],
      interval: 30,
      timeout: 5,
    },
    logConfiguration: {
      logDriver: 'awslogs',
      options: { 'awslogs-group': '/ecs/web', 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': `part-${index}` },
    },
  };
}
