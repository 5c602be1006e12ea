import type { StopGroup } from './cause';
import { connectivityPage, denied, executionRolePage, reach, unreachable } from './words';

const page = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-log-config.html';

/**
 * Log drivers that could not begin.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html
 */
export const logCauses: readonly StopGroup[] = [
  {
    begins:
      /^(?:(?:ResourceInitialization|CannotStartContainer|CannotCreateContainer|ContainerRuntime)Error: .*)?(?:failed to validate logger args|failed to initialize logging driver|failed to create CloudWatch log (?:stream|group)|The task cannot find the Amazon CloudWatch log group)/i,
    causes: [
      {
        id: 'log-group-denied',
        severity: 'error',
        says: denied,
        sentence: 'The log group of {container} may not be used.',
        fix: 'Allow the execution role logs:CreateLogStream and logs:PutLogEvents, and logs:CreateLogGroup where awslogs-create-group is true.',
        url: executionRolePage,
        at: 'log-group',
      },
      {
        id: 'logs-unreachable',
        severity: 'error',
        says: unreachable,
        sentence: 'There is no way from the task to CloudWatch Logs, or to where else {container} logs to.',
        fix: `${reach} The endpoint is logs.`,
        url: connectivityPage,
        at: 'log-group',
      },
      {
        id: 'log-group-missing',
        severity: 'error',
        says: /log group does not exist|ResourceNotFoundException|cannot find the Amazon CloudWatch log group/i,
        sentence: 'The log group of {container} does not exist.',
        fix: 'Create it in the region that awslogs-region names, or set awslogs-create-group to "true" and allow the execution role logs:CreateLogGroup.',
        url: page,
        at: 'log-group',
      },
      {
        id: 'log-option',
        severity: 'error',
        says: /unknown log opt|driver arguments|[\w-]{1,60} is required|must specify/i,
        sentence: 'The log driver of {container} does not take its options.',
        fix: 'Correct the option that AWS names below.',
        url: page,
        at: 'log-option',
      },
      {
        id: 'log-driver',
        severity: 'error',
        sentence: 'The log driver of {container} could not begin.',
        fix: 'Check its options, and that the task reaches where they lead to.',
        url: page,
        at: 'log-option',
      },
    ],
  },
];
