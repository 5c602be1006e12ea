import type { Secret } from './container';
import type { TaskDefinition } from './task-definition';

/** All secrets that ECS reads for a task: those of its containers and those of their log drivers. */
export function secretsIn({ containerDefinitions }: TaskDefinition): readonly Secret[] {
  return containerDefinitions.items.flatMap(({ secrets, logConfiguration }) => [
    ...secrets.items,
    ...logConfiguration.secretOptions.items,
  ]);
}

/**
 * True for what can say where a secret is kept: the ARN of a parameter or of a secret, or the bare name of a parameter.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html
 */
export function isSecretReference(text: string): boolean {
  return isParameterName(text) || arns.some((arn) => arn.test(text));
}

/** https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html */
export function isParameterName(text: string): boolean {
  return /^\/?[A-Za-z0-9_./-]{1,2048}$/.test(text);
}

const arns = [/^arn:aws[a-z-]*:ssm:[^:]+:[^:]+:parameter\/./, /^arn:aws[a-z-]*:secretsmanager:[^:]+:[^:]+:secret:./];
