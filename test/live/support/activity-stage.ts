import type { DeploymentConfiguration } from '@aws-sdk/client-ecs';
import type { Activities } from '../../../client/src/live/activity/activities';
import type { End } from '../../../client/src/live/activity/end';
import { progressLine } from '../../../client/src/live/activity/line';
import { activityRow } from '../../../client/src/live/activity/rows';
import { createActivities } from '../../../client/src/live/activity/store';
import type { DeploymentSubject, Subject } from '../../../client/src/live/activity/subject';
import type { Clock, EcsGateway } from '../../../client/src/live/ports';
import type { TreeNode } from '../../../client/src/live/tree/node';
import type { FakeEcs } from '../../support/fake-ecs/index';
import { connected, memoryOf, type TestLog, t } from './stage';

/** What happens outside while a watch sleeps; the fake's clock has moved on by then. */
type Meanwhile = (seconds: number) => void | Promise<void>;

export interface ActivityStage {
  readonly ecs: FakeEcs;
  readonly gateway: EcsGateway;
  readonly log: TestLog;
  readonly memory: Map<string, unknown>;
  /** The messages of all windows. */
  readonly told: { readonly id: string; readonly end: End }[];
  /** A window: another one stands for a reload. */
  window(options?: {
    readonly minutes?: number;
    readonly gateway?: (fresh: boolean) => Promise<EcsGateway>;
  }): Activities;
  /** Registers an image as the next revision of `api`, updates the service `api` in `shop`, and answers what is to be watched. */
  deploy(image: string, configuration?: DeploymentConfiguration): Promise<DeploymentSubject>;
  /** Called after every wait with the seconds since the start. */
  meanwhile: Meanwhile;
  /** The entries of a window as rows. */
  rows(activities: Activities): readonly TreeNode[];
}

/** A service of two tasks and the activities that watch it, waiting being the fake's time. */
export async function activityStage(): Promise<ActivityStage> {
  const { ecs, gateway, log } = await connected();
  ecs.addCluster('shop');
  ecs.addTaskDefinition({ family: 'api', containerDefinitions: [{ name: 'api', image: 'api:1' }] });
  ecs.addService('shop', 'api', { taskDefinition: 'api', desiredCount: 2 });
  const memory = new Map<string, unknown>();
  const told: { id: string; end: End }[] = [];
  const began = ecs.clock.now();
  let ids = 0;
  const clock: Clock = {
    now: ecs.clock.now,
    sleep: async (milliseconds, signal) => {
      if (signal?.aborted) return;
      ecs.clock.advance(milliseconds);
      await stage.meanwhile((ecs.clock.now() - began) / 1_000);
    },
  };
  const stage: ActivityStage = {
    ecs,
    gateway,
    log,
    memory,
    told,
    meanwhile: () => undefined,
    window: (options = {}) =>
      createActivities({
        memory: memoryOf(memory),
        clock,
        log,
        t,
        newId: () => `activity-${++ids}`,
        gateway: async (_place, fresh) => (options.gateway ? options.gateway(fresh) : gateway),
        abortable: () => {
          const controller = new AbortController();
          return { signal: controller.signal, abort: () => controller.abort() };
        },
        minutes: () => options.minutes ?? 30,
        tell: ({ id, end }) => told.push({ id, end }),
      }),
    deploy: async (image, deploymentConfiguration) => {
      const taskDefinition = ecs.addTaskDefinition({
        family: 'api',
        containerDefinitions: [{ name: 'api', image }],
      });
      const { service, deployments } = await gateway.updateService({
        cluster: 'shop',
        service: 'api',
        taskDefinition,
        ...(deploymentConfiguration ? { deploymentConfiguration } : {}),
      });
      const id = deployments.find(({ status }) => status === 'PRIMARY')?.id;
      return {
        kind: 'deployment',
        place: {
          identity: await gateway.identity(),
          connection: gateway.connection,
          cluster: { arn: service.clusterArn, name: 'shop' },
          service: { arn: service.arn, name: 'api' },
        },
        family: 'api',
        taskDefinitionArn: taskDefinition,
        startedAt: ecs.clock.now(),
        title: 'api in shop',
        undo: { taskDefinitionArn: taskDefinition.replace(/\d+$/, (number) => String(Number(number) - 1)) },
        ...(id === undefined ? {} : { deploymentId: id }),
      };
    },
    rows: (activities) =>
      activities.entries().map((entry) => activityRow(entry, { t, now: ecs.clock.now, entry: activities.entry })),
  };
  return stage;
}

/** Watches to the end; the lines are what a progress notification shows. */
export async function watched(
  { ecs }: ActivityStage,
  activities: Activities,
  subject: Subject,
): Promise<{ readonly end: End; readonly lines: readonly string[] }> {
  const watch = activities.start(subject);
  const lines: string[] = [];
  watch.listen((event) => {
    const line = progressLine(event, ecs.clock.now(), t);
    if (line !== undefined) lines.push(withoutIds(line));
  });
  return { end: await watch.end, lines };
}

/** Texts with names of tasks and deployments made alike. */
export function withoutIds(text: string): string {
  return text
    .replaceAll(/ecs-svc\/[0-9a-f]+/g, 'ecs-svc/ID')
    .replaceAll(/\b[0-9a-f]{32}\b/g, 'TASK')
    .replaceAll(/activity-\d+/g, 'ENTRY');
}
