import type { Action } from '../model/locate-request';

/** The schemas there are: of the input of RegisterTaskDefinition, of CreateService and UpdateService together, and of RunTask. */
export type SchemaName = 'task-definition' | 'service' | 'run-task';

/** The schema of an action's input. */
export function schemaOf(action: Action): SchemaName {
  return action === 'RunTask' ? 'run-task' : 'service';
}
