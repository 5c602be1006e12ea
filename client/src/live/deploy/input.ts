import type { Activities, Watch } from '../activity/activities';
import type { Json } from '../change';
import type { LiveFailure } from '../failure';
import type { Clock, EcsGateway, Log, Memory, NewId, Revision, Translate, Ui } from '../ports';
import type { Plan, Where } from './plan';
import type { Target } from './target';

/** What to deploy, and where. */
export interface DeployInput {
  /** What the user calls the file, e.g. its path in the workspace. */
  readonly source: string;
  /** A task definition as the file says it; DescribeTaskDefinition output and its wrapper are taken too. */
  readonly definition: Json;
  readonly family: string;
  readonly target: Target;
  /** CreateService input, from which the service is made when there is none. */
  readonly serviceFile?: Json;
  /** Deployed as it is in the place of what the definition says; the definition is then this one's. */
  readonly revision?: Revision;
}

/** One side of a comparison. */
export interface Side {
  /** What the user calls it. */
  readonly name: string;
  readonly definition: Json;
}

/** Takes the line of one call that changed something, or may have; keeps it where the user finds it. */
export type Audit = (line: string) => void;

/** What has to be typed before anything is changed in a place; undefined for one that is not protected. */
export type Protection = (place: Where) => string | undefined;

/** What planning needs from the world. */
export interface PlanPorts {
  /** Of the target's profile and region. */
  readonly gateway: EcsGateway;
  readonly protection: Protection;
  readonly newId: NewId;
  /** Remembers over a reload of the window what had no answer. */
  readonly memory: Memory;
  readonly clock: Clock;
  readonly t: Translate;
}

/** What changing something needs from the world. */
export interface ChangePorts extends PlanPorts {
  readonly ui: Ui;
  readonly log: Log;
  readonly audit: Audit;
  readonly activities: Pick<Activities, 'start'>;
  /** Opens the differences of two definitions. */
  readonly compare: (left: Side, right: Side) => Promise<void>;
  /** Opens a text that the user reads and keeps, or does not. */
  readonly show: (title: string, text: string) => Promise<void>;
  /** Something was changed: rows that show it are to be read again. Returns at once. */
  readonly onChanged: () => void;
}

/** What became of a request to change something, once the last call of it was answered. Ends of deployments and runs are the watch's. */
export type Outcome =
  /** Nothing was sent. `busy`: the same is under way already; `shown`: the plan was copied or shown instead. */
  | { readonly kind: 'busy' | 'cancelled' | 'shown' }
  /** Everything is as the file wants it. */
  | { readonly kind: 'unchanged'; readonly plan: Plan }
  /** Registered, and no more: that was all, the user cancelled before the next step, or it failed. The user was told. */
  | { readonly kind: 'registered'; readonly revision: Revision; readonly failure?: LiveFailure }
  /** A deployment or tasks were begun and are watched. */
  | { readonly kind: 'started'; readonly watch: Watch }
  /** Done, and nothing to watch. */
  | { readonly kind: 'done' };
