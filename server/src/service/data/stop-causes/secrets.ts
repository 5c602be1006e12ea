import type { StopGroup } from './cause';
import { connectivityPage, denied, executionRolePage, reach, unreachable } from './words';

const page = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html';
const missingPage = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-not-found-error.html';
const managerPage = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html';
const parameterPage = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-ssm-paramstore.html';

const noKey = /Access to KMS is not allowed|kms:Decrypt/i;

/**
 * Secrets and access to the registry, which are read before a task starts.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html
 */
export const secretCauses: readonly StopGroup[] = [
  {
    begins:
      /^(?:\w+(?:Error|Exception): .*)?(?:unable to retrieve ecr registry auth|(?:The task cannot pull )?registry auth from Amazon ECR)/i,
    causes: [
      {
        id: 'registry-access-denied',
        severity: 'error',
        says: denied,
        sentence: 'The execution role may not sign in to Amazon ECR.',
        fix: 'Allow it ecr:GetAuthorizationToken, or attach AmazonECSTaskExecutionRolePolicy.',
        url: executionRolePage,
        at: 'registry-access',
      },
      {
        id: 'registry-unreachable',
        severity: 'error',
        says: unreachable,
        sentence: 'There is no way from the task to Amazon ECR.',
        fix: `${reach} The endpoints are ecr.api, ecr.dkr and s3.`,
        url: connectivityPage,
        at: 'image',
      },
      {
        id: 'registry-access',
        severity: 'error',
        sentence: 'The task could not sign in to Amazon ECR.',
        fix: 'Check the execution role, and that the task reaches Amazon ECR.',
        url: page,
        at: 'registry-access',
      },
    ],
  },
  {
    begins:
      /^(?:\w+(?:Error|Exception): .*)?(?:unable to retrieve secrets? from asm|unable to get registry auth from asm|Fetching secret data from AWS Secrets Manager|The task can(?:['’]t|not) retrieve the secret with ARN|failed to fetch secret arn:\S+ from secrets manager)/i,
    causes: [
      {
        id: 'secret-json-key',
        severity: 'error',
        says: /did not contain json key (?<key>[\w./+=@-]{1,128})/i,
        sentence: "The secret of {container} has no JSON key '{key}'.",
        fix: 'Add the key to the secret, or name one that it has in valueFrom (…:key::).',
        url: managerPage,
        at: 'secret',
      },
      {
        id: 'secret-not-json',
        severity: 'error',
        says: /invalid character .{1,20} looking for|cannot unmarshal|unexpected end of JSON/i,
        sentence: 'A JSON key is asked of the secret of {container}, but the secret is not JSON.',
        fix: 'Take the key out of valueFrom, or keep a JSON object in the secret.',
        url: managerPage,
        at: 'secret',
      },
      {
        id: 'secret-no-value',
        severity: 'error',
        says: /find the specified secret value for (?:staging label|version)/i,
        sentence: 'The secret of {container} is there, but has no value in that version.',
        fix: 'Put a value into it, or name a version that has one.',
        url: managerPage,
        at: 'secret',
      },
      {
        id: 'secret-key-denied',
        severity: 'error',
        says: noKey,
        sentence: 'The execution role may not decrypt the secret of {container}.',
        fix: 'Allow it kms:Decrypt with the key of the secret, in its policy and in that of the key.',
        url: executionRolePage,
        at: 'secret',
      },
      {
        id: 'secret-denied',
        severity: 'error',
        says: denied,
        sentence: 'The execution role may not read the secret of {container}.',
        fix: 'Allow it secretsmanager:GetSecretValue on the ARN of the secret.',
        url: executionRolePage,
        at: 'secret',
      },
      {
        id: 'secret-not-found',
        severity: 'error',
        says: /ResourceNotFoundException|can['’]t find the specified secret|Check whether the secret exists/i,
        sentence: 'Secrets Manager has no such secret as {container} asks for.',
        fix: 'Check region, account and name in valueFrom; the ARN ends with a hyphen and six characters.',
        url: missingPage,
        at: 'secret',
      },
      {
        id: 'secret-deleted',
        severity: 'error',
        says: /marked (?:for deletion|deleted)/i,
        sentence: 'The secret of {container} is about to be deleted.',
        fix: 'Restore it, or name another one.',
        url: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_restore-secret.html',
        at: 'secret',
      },
      {
        id: 'secret-unreachable',
        severity: 'error',
        says: unreachable,
        sentence: 'There is no way from the task to Secrets Manager.',
        fix: `${reach} The endpoint is secretsmanager.`,
        url: connectivityPage,
        at: 'secret',
      },
      {
        id: 'secret',
        severity: 'error',
        sentence: 'The secret of {container} could not be read.',
        fix: 'Check its ARN, the execution role, and that the task reaches Secrets Manager.',
        url: page,
        at: 'secret',
      },
    ],
  },
  {
    begins:
      /^(?:\w+(?:Error|Exception): .*)?(?:unable to retrieve secrets? from ssm|Fetching secret data from SSM Parameter Store|The task can(?:['’]t|not) pull secrets from AWS Systems Manager)/i,
    causes: [
      {
        id: 'parameter-not-found',
        severity: 'error',
        says: /invalid (?:ssm )?parameters?: |ParameterNotFound/i,
        sentence: 'Parameter Store has no such parameter as {container} asks for.',
        fix: "Check the name in valueFrom: a bare name means the task's own region, an ARN says another.",
        url: parameterPage,
        at: 'parameter',
      },
      {
        id: 'parameter-key-denied',
        severity: 'error',
        says: noKey,
        sentence: 'The execution role may not decrypt the parameter of {container}.',
        fix: 'Allow it kms:Decrypt with the key of the parameter, in its policy and in that of the key.',
        url: executionRolePage,
        at: 'parameter',
      },
      {
        id: 'parameter-denied',
        severity: 'error',
        says: denied,
        sentence: 'The execution role may not read the parameter of {container}.',
        fix: 'Allow it ssm:GetParameters on the ARN of the parameter.',
        url: executionRolePage,
        at: 'parameter',
      },
      {
        id: 'parameter-unreachable',
        severity: 'error',
        says: unreachable,
        sentence: 'There is no way from the task to Parameter Store.',
        fix: `${reach} The endpoint is ssm.`,
        url: connectivityPage,
        at: 'parameter',
      },
      {
        id: 'parameter',
        severity: 'error',
        sentence: 'The parameter of {container} could not be read.',
        fix: 'Check its name, the execution role, and that the task reaches Parameter Store.',
        url: page,
        at: 'parameter',
      },
    ],
  },
  {
    begins: /^ResourceInitializationError: unable to pull secrets or registry auth/i,
    causes: [
      {
        id: 'secrets-denied',
        severity: 'error',
        says: denied,
        sentence: 'The execution role may not read what the task needs to start.',
        fix: 'Allow it what AWS names below.',
        url: executionRolePage,
        at: 'registry-access',
      },
      {
        id: 'secrets-unreachable',
        severity: 'error',
        says: unreachable,
        sentence: 'There is no way from the task to the services that hold its secrets and images.',
        fix: reach,
        url: connectivityPage,
        at: 'registry-access',
      },
      {
        id: 'secrets',
        severity: 'error',
        sentence: 'Secrets, or access to the registry, could not be had.',
        fix: 'Check the execution role, and that the task reaches ECR, Secrets Manager and Parameter Store.',
        url: page,
        at: 'registry-access',
      },
    ],
  },
];
