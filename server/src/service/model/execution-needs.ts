import { executionActions } from '../data/execution-permissions';
import type { Place } from './field';
import { asksFor } from './known';
import { type Template, textAt } from './resources';
import { secretsIn } from './secrets';
import type { TaskDefinition } from './task-definition';

/** Something in a task definition that its execution role has to be allowed. */
export interface ExecutionNeed {
  readonly actions: readonly string[];
  /** For a message. */
  readonly what: string;
}

/** What the execution role of a template's task definition does when a task starts, as far as it is known. */
export function executionNeeds(task: TaskDefinition, template: Template): readonly ExecutionNeed[] {
  const containers = task.containerDefinitions.items;
  const logs = containers.map(({ logConfiguration }) => logConfiguration);
  const kept = secretsIn(task).map(({ valueFrom }) => keptIn(valueFrom, template));
  const { pull, log, createGroup, secret, parameter, file } = executionActions;
  // On instances of one's own their role writes the logs.
  const writes = task.launchType('FARGATE') && logs.some(({ logDriver }) => logDriver.literal === 'awslogs');
  const needs: readonly (readonly [readonly string[], string, boolean | undefined])[] = [
    [pull, 'to pull from ECR', containers.some(({ image }) => textAt(image.node)?.includes('.dkr.ecr.'))],
    [log, 'to write logs', writes],
    [
      createGroup,
      'to create the log group',
      writes && logs.some(({ options }) => options.get('awslogs-create-group').literal === 'true'),
    ],
    [
      secret,
      'to read secrets',
      kept.includes('secret') ||
        containers.some(({ repositoryCredentials }) => asksFor(repositoryCredentials.credentialsParameter)),
    ],
    [parameter, 'to read parameters', kept.includes('parameter')],
    [file, 'to read environment files', containers.some(({ environmentFiles }) => asksFor(environmentFiles))],
  ];
  return needs.flatMap(([actions, what, isNeeded]) => (isNeeded ? [{ actions, what }] : []));
}

/** Where a secret is kept: in Secrets Manager, or in Parameter Store. */
function keptIn(valueFrom: Place, template: Template): 'secret' | 'parameter' | undefined {
  const type = template.referred(valueFrom)?.type;
  const text = textAt(valueFrom.node) ?? '';
  if (type === 'AWS::SecretsManager::Secret' || /^arn:[^:]+:secretsmanager:/.test(text)) return 'secret';
  return type === 'AWS::SSM::Parameter' || /^arn:[^:]+:ssm:/.test(text) ? 'parameter' : undefined;
}
