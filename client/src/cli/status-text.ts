import type { Paint } from '../../../server/src/cli/paint';
import { plain } from '../live/plain';
import type { Service } from '../live/ports';
import type { Deployment, RolloutSettings, ServiceDeployment, ServiceEvent } from '../live/records';
import { definitionName } from '../live/task-state';
import { stateWords } from '../live/tree/words';

/** What `taskdef status` tells; its JSON is this. */
export interface ServiceStatus {
  readonly service: Service;
  readonly rollout: RolloutSettings;
  readonly deployments: readonly Deployment[];
  /** The newest service deployment; absent where ECS keeps none. */
  readonly newest?: ServiceDeployment;
  /** The newest five. */
  readonly events: readonly ServiceEvent[];
}

/** For people: a line a fact. */
export function statusText({ service, rollout, deployments, newest, events }: ServiceStatus, paint: Paint): string {
  const running = `${service.running} of ${service.desired} running${service.pending > 0 ? `, ${service.pending} pending` : ''}`;
  const lines = [
    `${paint('bold', service.name)}  ${stateWords(service.status, plain)} · ${running} · ${nameOf(service.taskDefinition)}`,
    ...(newest ? [deploymentLine(newest, rollout, paint)] : []),
    ...deployments.map(
      (it) =>
        `  ${nameOf(it.taskDefinitionArn).padEnd(24)} ${stateWords(it.rolloutState ?? it.status, plain)} · ${it.running} of ${it.desired} running, ${it.pending} pending, ${it.failed} failed`,
    ),
    ...events.map(({ at, message }) => paint('dim', `  ${at?.replace(/\.\d+Z$/, 'Z') ?? ''}  ${message}`)),
  ];
  return `${lines.join('\n')}\n`;
}

function deploymentLine(
  { status, stage, reason }: ServiceDeployment,
  { strategy }: RolloutSettings,
  paint: Paint,
): string {
  const words = [stateWords(status, plain), strategy.toLowerCase().replace('_', '/'), stage?.toLowerCase(), reason];
  return `Deployment  ${paint(isWell(status) ? 'green' : 'red', words.filter((it) => it !== undefined).join(' · '))}`;
}

/** Whether a service deployment was successful, or may still be. */
export function isWell(status: string): boolean {
  return ['PENDING', 'IN_PROGRESS', 'SUCCESSFUL'].includes(status);
}

function nameOf(arn: string | undefined): string {
  return definitionName(arn) ?? 'no task definition';
}
