import type { Clock, EcsGateway, Log, Memory, NewId, Shell, Translate, Ui } from '../ports';

/** What to register and run. */
export interface RunInput {
  /** What the user calls the file, e.g. its path in the workspace; with the family it names the one run at a time. */
  readonly source: string;
  /** A task definition as the file says it; DescribeTaskDefinition output and its wrapper are taken too. */
  readonly definition: Readonly<Record<string, unknown>>;
  readonly family: string;
  /** Absent: read from the definition. */
  readonly requiresCompatibilities?: readonly string[];
  /** Absent: read from the definition. */
  readonly networkMode?: string;
}

/** What running needs from the world. */
export interface RunPorts {
  readonly gateway: EcsGateway;
  readonly ui: Ui;
  readonly memory: Memory;
  readonly clock: Clock;
  readonly log: Log;
  readonly newId: NewId;
  readonly shell: Shell;
  readonly t: Translate;
}

/** How a run ended, once its message was answered. */
export type RunOutcome =
  | { readonly kind: 'busy' | 'cancelled' }
  | {
      /** `unwatched`: the user stopped watching, or the time for watching was over; the task goes on. */
      readonly kind: 'running' | 'stopped' | 'unwatched';
      readonly clusterArn: string;
      readonly taskArn: string;
      /** The revision that was run. */
      readonly taskDefinitionArn: string;
    };
