import type { TaskDefinition } from '../../model/task-definition';
import type { SketchObject } from './sketch';
import { stop } from './sketch';
import { type Around, freeName, freePort, type Snippet } from './snippet';

/**
 * Containers and sidecars. A sidecar is reached over localhost in awsvpc mode, so none maps ports, and it is not essential: when it
 * stops, the application goes on. The log router is the exception, for without it the log driver fails.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/example_task_definitions.html
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html
 * https://aws-otel.github.io/docs/setup/ecs
 * https://docs.aws.amazon.com/xray/latest/devguide/xray-daemon-ecs.html
 * https://docs.datadoghq.com/integrations/ecs_fargate/
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Generation_CloudWatch_Agent.html
 */
export const containerSnippets: readonly Snippet[] = [
  container('Web container', 'a port and a health check', ({ task }) => {
    const port = freePort(8080, task);
    return {
      name: named('app', task),
      image: `\${2:public.ecr.aws/docker/library/httpd:2.4}`,
      essential: true,
      ...memoryOf(task, 512),
      portMappings: [{ containerPort: stop(3, port), protocol: 'tcp' }],
      healthCheck: { command: ['CMD-SHELL', `curl -f http://127.0.0.1:\${4:${port}}/ || exit 1`] },
    };
  }),
  container('Worker container', 'no ports', ({ task }) => ({
    name: named('worker', task),
    image: `\${2:public.ecr.aws/docker/library/busybox:1.36}`,
    essential: true,
    ...memoryOf(task, 256),
    command: ['${3:run-worker}'],
  })),
  container('Init container', 'runs to its end before others that depend on its SUCCESS', ({ task }) => ({
    name: named('init', task),
    image: `\${2:public.ecr.aws/docker/library/busybox:1.36}`,
    essential: false,
    ...memoryOf(task, 128),
    command: ['sh', '-c', '${3:echo ready}'],
  })),
  linuxContainer('FireLens log router', 'Fluent Bit, for the awsfirelens log driver', ({ task }) =>
    task.containerDefinitions.items.some(({ firelensConfiguration }) => firelensConfiguration.present)
      ? undefined
      : {
          name: named('log_router', task),
          image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:stable',
          essential: true,
          ...memoryOf(task, 64),
          firelensConfiguration: { type: 'fluentbit', options: { 'enable-ecs-log-metadata': 'true' } },
        },
  ),
  linuxContainer('ADOT collector', 'AWS Distro for OpenTelemetry: traces and metrics by OTLP', ({ task }) => ({
    name: named('aws-otel-collector', task),
    image: `public.ecr.aws/aws-observability/aws-otel-collector:\${2:v0.43.1}`,
    essential: false,
    ...memoryOf(task, 256),
    command: ['--config=${3:/etc/ecs/ecs-default-config.yaml}'],
  })),
  linuxContainer('X-Ray daemon', 'takes segments at UDP port 2000', ({ task }) => ({
    name: named('xray-daemon', task),
    image: `public.ecr.aws/xray/aws-xray-daemon:\${2:3.x}`,
    essential: false,
    ...memoryOf(task, 128),
  })),
  linuxContainer('CloudWatch agent', 'takes metrics in embedded metric format', ({ task }) => ({
    name: named('cloudwatch-agent', task),
    image: `public.ecr.aws/cloudwatch-agent/cloudwatch-agent:\${2:1.300059.0b1207}`,
    essential: false,
    ...memoryOf(task, 128),
    environment: [{ name: 'CW_CONFIG_CONTENT', value: '{"logs":{"metrics_collected":{"emf":{}}}}' }],
  })),
  linuxContainer('Datadog agent', 'metrics and traces of the task', ({ task }) => ({
    name: named('datadog-agent', task),
    image: `public.ecr.aws/datadog/agent:\${2:7}`,
    essential: false,
    ...memoryOf(task, 256),
    environment: [
      ...(task.launchType('FARGATE') ? [{ name: 'ECS_FARGATE', value: 'true' }] : []),
      { name: 'DD_APM_ENABLED', value: 'true' },
    ],
    secrets: [
      {
        name: 'DD_API_KEY',
        valueFrom: 'arn:aws:secretsmanager:${3:us-east-1}:${4:111122223333}:secret:${5:datadog-api-key-AbCdEf}',
      },
    ],
  })),
];

type Make = (around: Around) => SketchObject | undefined;

function container(label: string, detail: string, make: Make): Snippet {
  return { label, detail, at: 'containerDefinitions.*', make };
}

/** One whose image is for Linux alone. */
function linuxContainer(label: string, detail: string, make: Make): Snippet {
  return container(label, detail, (around) => (around.task.isWindows ? undefined : make(around)));
}

function named(name: string, { containerDefinitions }: TaskDefinition): string {
  return `\${1:${freeName(name, containerDefinitions.items)}}`;
}

/** Where the task states its memory, the containers share it. */
function memoryOf({ memory }: TaskDefinition, mib: number): SketchObject {
  return memory.present ? {} : { memory: stop(9, mib) };
}
