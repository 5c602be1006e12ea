import type { Json } from '../change';
import type { LaunchType } from '../ports';

/**
 * Where and how a file is deployed, as the setting `taskdef.targets` keeps it by name. It is shared with everybody who
 * works on the files, so that it names accounts' things but holds no secret.
 */
export interface Target {
  readonly name: string;
  /** Path of the task definition, relative to the folder that holds the setting, with `/`. */
  readonly file: string;
  /** Which one, in a file with several task definitions. */
  readonly family?: string;
  readonly kind: 'run' | 'service';
  /** Of the shared AWS config; absent: the connection in use. */
  readonly profile?: string;
  readonly region?: string;
  /** Refuses any other account. */
  readonly account?: string;
  /** Name or ARN. */
  readonly cluster: string;
  /** Of kind `service`. */
  readonly service?: string;
  /** Path of a service file, from which the service is made when there is none; of kind `service`. */
  readonly serviceFile?: string;
  /** Of kind `run`: at most one of these two. */
  readonly launchType?: LaunchType;
  readonly capacityProviderStrategy?: readonly CapacityShare[];
  /** Of kind `run`, as the next one. */
  readonly network?: TargetNetwork;
  readonly platformVersion?: string;
  /** Tasks to start, 1 to 10; of kind `run`. */
  readonly count?: number;
  /** Of kind `run`, as RunTask takes them. */
  readonly overrides?: Json;
  readonly volumeConfigurations?: readonly Json[];
  readonly tags?: Readonly<Record<string, string>>;
  readonly propagateTags?: 'TASK_DEFINITION' | 'SERVICE' | 'NONE';
  readonly enableExecuteCommand?: boolean;
  readonly startedBy?: string;
  /** Of kind `service`; absent: as many as there are. */
  readonly desiredCount?: number;
  /** Of kind `service`: deploys also when nothing has changed. */
  readonly forceNewDeployment?: boolean;
}

export interface CapacityShare {
  readonly capacityProvider: string;
  readonly weight?: number;
  readonly base?: number;
}

export interface TargetNetwork {
  readonly subnets: readonly string[];
  readonly securityGroups?: readonly string[];
  readonly assignPublicIp?: boolean;
}
