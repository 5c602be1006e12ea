import type { StopGroup } from './cause';
import { imageCauses } from './images';
import { logCauses } from './logs';
import { schedulingCauses } from './scheduling';
import { secretCauses } from './secrets';
import { startCauses } from './starting';
import { storageCauses } from './storage';

/**
 * All groups; the first that a reason belongs to counts. Log drivers fail as containers that do not start do, and come before.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-error-codes.html
 */
export const stopGroups: readonly StopGroup[] = [
  ...imageCauses,
  ...logCauses,
  ...storageCauses,
  ...secretCauses,
  ...schedulingCauses,
  ...startCauses,
];
