import type { StopCause } from './cause';

const page = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html';

/** The same for AWS's words and for its stop code. */
export const spotInterruption: StopCause = {
  id: 'spot-interruption',
  severity: 'information',
  sentence: 'AWS took back the Spot capacity that the task ran on.',
  fix: 'A service starts another one. Give what must not end a share of FARGATE in its capacity provider strategy.',
  url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html',
  at: 'task',
};

/**
 * What a stop code alone says, for those whose task did not end by itself.
 * https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html
 */
export const stopCodes: Readonly<Record<string, StopCause>> = {
  UserInitiated: {
    id: 'stopped-by-user',
    severity: 'information',
    sentence: 'A person or a program stopped the task.',
    fix: 'There is nothing to do.',
    url: page,
    at: 'task',
  },
  ServiceSchedulerInitiated: {
    id: 'stopped-by-service',
    severity: 'information',
    sentence: 'The service stopped the task.',
    fix: 'Its events tell more.',
    url: page,
    at: 'task',
  },
  SpotInterruption: spotInterruption,
  TerminationNotice: {
    id: 'host-gone',
    severity: 'information',
    sentence: 'What the task ran on was taken away.',
    fix: 'A service starts another task by itself; run a standalone one again.',
    url: page,
    at: 'task',
  },
  InfrastructureHealth: {
    id: 'infrastructure-health',
    severity: 'information',
    sentence: 'What the task ran on is no longer healthy.',
    fix: 'A service starts another task by itself; run a standalone one again.',
    url: page,
    at: 'task',
  },
};
