import type { Action } from '../model/locate-request';
import type { Lookup } from './lookup';

/** The schemas there are: of the input of RegisterTaskDefinition, of CreateService and UpdateService together, and of RunTask. */
export type SchemaName = 'task-definition' | 'service' | 'run-task';

/** What each schema says. */
export type Lookups = Readonly<Record<SchemaName, Lookup>>;

/** The schema of an action's input. */
export function schemaOf(action: Action): 'service' | 'run-task' {
  return action === 'RunTask' ? 'run-task' : 'service';
}
