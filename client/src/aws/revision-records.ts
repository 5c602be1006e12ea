import type * as Ecs from '@aws-sdk/client-ecs';
import { registerInput } from '../live/definition';
import type { Revision } from '../live/ports';
import type { RevisionDetails } from '../live/records';
import { defined, lastPart } from './members';

/** Tags stay unknown, not empty, when the answer has none: some endpoints never send them. */
export function toRevision(given: Ecs.TaskDefinition, tags: readonly Ecs.Tag[] | undefined): Revision {
  const arn = given.taskDefinitionArn ?? '';
  const [family = '', revision = ''] = lastPart(arn).split(':');
  // Some endpoints answer an empty name for a role or a mode that there is not.
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
  const wrapped = { taskDefinition: said, ...(tags ? { tags: [...tags] } : {}) };
  return {
    arn,
    family: given.family ?? family,
    revision: given.revision ?? Number(revision),
    definition: registerInput(wrapped),
  };
}

export function toRevisionDetails(given: Ecs.TaskDefinition, tags: readonly Ecs.Tag[] | undefined): RevisionDetails {
  return {
    ...toRevision(given, tags),
    status: given.status ?? 'ACTIVE',
    ...defined({
      registeredAt: given.registeredAt?.toISOString(),
      registeredBy: given.registeredBy,
      deregisteredAt: given.deregisteredAt?.toISOString(),
    }),
  };
}
