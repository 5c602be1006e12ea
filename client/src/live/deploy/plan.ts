import type { Change } from '../change';
import type { Connection, Identity, Revision } from '../ports';

/** An account as somebody: where changes are made that belong to no cluster. */
export interface Where {
  readonly identity: Identity;
  readonly connection: Connection;
  readonly cluster?: { readonly arn: string; readonly name: string };
  readonly service?: { readonly arn: string; readonly name: string };
}

/** Where changes are made, and as whom: shown before anything is sent, and held to until the end. */
export interface Place extends Where {
  readonly cluster: { readonly arn: string; readonly name: string };
}

/** Changes as data: shown, copied as commands of the AWS CLI, or carried out. */
export interface ActionPlan {
  readonly place: Where;
  /** The calls, in their order. None: there is nothing to do. */
  readonly changes: readonly Change[];
  /** What the user should know before: no circuit breaker, changes made elsewhere, tasks that will be replaced … */
  readonly warnings: readonly string[];
  /** A protected target: this has to be typed. */
  readonly typed?: string;
}

/** The revision that a plan leads to. */
export type NextRevision =
  /** One that says the same is registered already. */
  | { readonly kind: 'existing'; readonly revision: Revision }
  /** What the file says; ECS gives it its number, which will most likely be this one. */
  | { readonly kind: 'new'; readonly number: number };

/** One value that differs between two definitions, normalised; values of variables and secrets are not told. */
export interface Difference {
  readonly kind: 'added' | 'removed' | 'changed';
  /** Where, in words of the file: `containerDefinitions[web].image`. */
  readonly path: string;
  readonly before?: string;
  readonly after?: string;
}

/** What deploying a task definition will change. */
export interface Plan extends ActionPlan {
  readonly place: Place;
  readonly family: string;
  readonly next: NextRevision;
  /** What is deployed: RegisterTaskDefinition input. */
  readonly definition: Readonly<Record<string, unknown>>;
  /** The revision that the service uses now. */
  readonly inUse?: Revision;
  /** The newest one, where it is not the one in use: somebody else has registered it. */
  readonly newest?: Revision;
  /** From the revision in use, or the newest one where nothing uses any, to the file. */
  readonly differences: readonly Difference[];
  /**
   * The calls, in their order. What comes after RegisterTaskDefinition names `FAMILY:NUMBER` of `next`; the ARN that ECS
   * answers takes its place.
   */
  readonly changes: readonly Change[];
  /** Of the deployment that the service works on now. */
  readonly deploymentId?: string;
  /** The circuit breaker of the service is off and can be switched on by the way. */
  readonly breakerOff?: boolean;
}
