import type { ContainerDefinition, TaskDefinition, TaskStopCode } from '@aws-sdk/client-ecs';
import type { World } from './world';

/** How a task ends by itself. */
export interface Ending {
  /** Before the task runs: it never does. */
  readonly phase: 'start' | 'later';
  readonly code: TaskStopCode;
  /** The task's `stoppedReason`. */
  readonly reason: string;
  /** Of the container it comes from. */
  readonly containerReason?: string;
  /** Without one, the container never ran. */
  readonly exitCode?: number;
  readonly unhealthy?: boolean;
  /** False for an end that was meant to be. */
  readonly failure?: boolean;
  /** The last words in the container's log. */
  readonly log?: string;
}

/** An ending and the name of the container it comes from. */
export interface TaskEnding extends Ending {
  readonly container: string;
}

/** A part of an image's name, or its tag, that is one of these ends the image's tasks so: `registry.example/rate-limit:1`. */
export type EndingName = keyof typeof endings;

/** What the images of a definition make of its tasks; undefined: they run. `missing`, `crash` and `finish` may be in any word. */
export function endingOf(world: World, definition: TaskDefinition): TaskEnding | undefined {
  for (const container of definition.containerDefinitions ?? []) {
    const { name = '', image = '' } = container;
    const planned = [...world.plans].find(([part]) => image.includes(part))?.[1];
    if (planned === 'runs') continue;
    if (typeof planned === 'object') return { ...planned, container: name };
    const found = planned ?? nameIn(image);
    if (found) return { ...endings[found](container, definition), container: name };
  }
  return undefined;
}

function nameIn(image: string): EndingName | undefined {
  const words = image.split(/[/:@]/);
  const exact = words.find((it): it is EndingName => Object.hasOwn(endings, it));
  return exact ?? (['missing', 'crash', 'finish'] as const).find((it) => image.includes(it));
}

type Make = (container: ContainerDefinition, definition: TaskDefinition) => Ending;

const endings = {
  missing: ({ image }) =>
    notStarted(
      `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${image}: not found`,
    ),
  'pull-denied': ({ image }) =>
    notStarted(
      `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${image}: unexpected status from HEAD request: 403 Forbidden`,
    ),
  'rate-limit': ({ image }) =>
    notStarted(
      `CannotPullContainerError: inspect image has been retried 5 time(s): failed to resolve ref ${image}: unexpected status code: 429 Too Many Requests - Server message: toomanyrequests: You have reached your pull rate limit.`,
    ),
  'pull-timeout': ({ image }) =>
    notStarted(
      `CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref ${image}: failed to do request: dial tcp 10.0.3.17:443: i/o timeout`,
    ),
  'other-platform': () =>
    notStarted(
      "CannotPullContainerError: pull image manifest has been retried 7 time(s): image Manifest does not contain descriptor matching platform 'linux/amd64'",
    ),
  'secret-denied': ({ secrets }) =>
    notStarted(
      `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ${secrets?.[0]?.valueFrom} from secrets manager: AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/execution/0a1b is not authorized to perform: secretsmanager:GetSecretValue on resource: ${secrets?.[0]?.valueFrom} because no identity-based policy allows the secretsmanager:GetSecretValue action`,
    ),
  'secret-missing': ({ secrets }) =>
    notStarted(
      `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ${secrets?.[0]?.valueFrom} from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified secret.`,
    ),
  'log-group-missing': () =>
    notStarted(
      'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist. : exit status 1',
    ),
  'efs-timeout': (_, { volumes }) => {
    const id = volumes?.find((it) => it.efsVolumeConfiguration)?.efsVolumeConfiguration?.fileSystemId ?? 'fs-0';
    return notStarted(
      `ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: Failed to resolve "${id}.efs.us-east-1.amazonaws.com" - check that your file system ID is correct : unsuccessful EFS utils command execution; code: 1`,
    );
  },
  'no-capacity': () =>
    notStarted('Capacity is unavailable at this time. Please try again later or in a different availability zone'),
  'no-interface': () => notStarted('Timeout waiting for network interface provisioning to complete.'),
  'port-taken': ({ portMappings }) =>
    notStarted(
      `CannotStartContainerError: Error response from daemon: driver failed programming external connectivity on endpoint ecs-web: Bind for 0.0.0.0:${portMappings?.[0]?.hostPort ?? 80} failed: port is already allocated`,
      'Task failed to start',
    ),
  'no-command': () =>
    notStarted(
      'CannotStartContainerError: Error response from daemon: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "serve": executable file not found in $PATH: unknown',
      'Task failed to start',
    ),
  'exec-format': () => ({ ...exited(255), log: 'exec /docker-entrypoint.sh: exec format error' }),
  crash: () => ({ ...exited(1), log: 'Error: cannot go on' }),
  finish: () => ({ ...exited(0), failure: false, log: 'done' }),
  'out-of-memory': () => ({
    ...exited(137),
    containerReason: 'OutOfMemoryError: Container killed due to memory usage',
  }),
  unhealthy: () => ({
    phase: 'later',
    code: 'ServiceSchedulerInitiated',
    reason: 'Task failed container health checks',
    exitCode: 137,
    unhealthy: true,
  }),
  'elb-unhealthy': () => ({
    phase: 'later',
    code: 'ServiceSchedulerInitiated',
    reason:
      'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/web/0123456789abcdef)',
    exitCode: 143,
  }),
  spot: () => ({ phase: 'later', code: 'SpotInterruption', reason: 'Your Spot Task was interrupted.', exitCode: 143 }),
} as const satisfies Readonly<Record<string, Make>>;

function notStarted(containerReason: string, reason = containerReason): Ending {
  return { phase: 'start', code: 'TaskFailedToStart', reason, containerReason };
}

function exited(exitCode: number): Ending {
  return { phase: 'later', code: 'EssentialContainerExited', reason: 'Essential container in task exited', exitCode };
}
