import type { Place } from '../deploy/plan';

/** What is watched, as a reload of the window must know it again: names, ARNs and times, no values. */
export type Subject = DeploymentSubject | TasksSubject;

interface Started {
  /** As whom, by which profile and where; its account and endpoint are held to until the end. */
  readonly place: Place;
  readonly family: string;
  /** ARN of the revision that is deployed or run. */
  readonly taskDefinitionArn: string;
  /** When the call that began it was answered, in milliseconds since the epoch. */
  readonly startedAt: number;
  /** In a few words, as rows and messages say it: `web in shop`. */
  readonly title: string;
  /** URI of the document that it was started from: why tasks stopped is shown there. */
  readonly document?: string;
  /** The calls that were made to begin it, in words: `RegisterTaskDefinition web:12`. */
  readonly calls?: readonly string[];
}

export interface DeploymentSubject extends Started {
  readonly kind: 'deployment';
  readonly place: Place & { readonly service: NonNullable<Place['service']> };
  /** ARN of the service deployment, where the answer told it. */
  readonly deploymentArn?: string;
  /** `ecs-svc/…` of the primary deployment in the answer of CreateService or UpdateService. */
  readonly deploymentId?: string;
  /** The revision that was in use before. */
  readonly undo?: { readonly taskDefinitionArn: string };
}

export interface TasksSubject extends Started {
  readonly kind: 'tasks';
  readonly taskArns: readonly string[];
}
