import { type SketchObject, stop } from './sketch';
import type { Snippet } from './snippet';

/**
 * The least that registers and runs.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/example_task_definitions.html
 */
const fargate: SketchObject = {
  family: '${1:app}',
  requiresCompatibilities: ['FARGATE'],
  networkMode: 'awsvpc',
  cpu: '${2:256}',
  memory: '${3:512}',
  executionRoleArn: 'arn:aws:iam::${4:111122223333}:role/${5:ecsTaskExecutionRole}',
  containerDefinitions: [
    {
      name: '${6:app}',
      image: '${7:public.ecr.aws/docker/library/httpd:2.4}',
      essential: true,
      portMappings: [{ containerPort: stop(8, 80), protocol: 'tcp' }],
      logConfiguration: {
        logDriver: 'awslogs',
        options: {
          'awslogs-group': '/ecs/${1:app}',
          'awslogs-region': '${9:us-east-1}',
          'awslogs-stream-prefix': '${6:app}',
        },
      },
    },
  ],
};

const ec2: SketchObject = {
  family: '${1:app}',
  requiresCompatibilities: ['EC2'],
  networkMode: '${2:bridge}',
  containerDefinitions: [
    {
      name: '${3:app}',
      image: '${4:public.ecr.aws/docker/library/httpd:2.4}',
      essential: true,
      memory: stop(5, 512),
      portMappings: [{ containerPort: stop(6, 80), hostPort: 0, protocol: 'tcp' }],
    },
  ],
};

/** Snippets of whole definitions, which need nothing around them. */
export const definitionSnippets: readonly (Snippet & { readonly whole: SketchObject })[] = [
  definition('Task definition for Fargate', 'one container with its log', fargate),
  definition('Task definition for EC2', 'one container behind a dynamic host port', ec2),
];

function definition(label: string, detail: string, whole: SketchObject) {
  return { label, detail, at: '', whole, make: () => whole };
}
