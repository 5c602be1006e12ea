import { setTimeout as delay } from 'node:timers/promises';
import { createGateway } from '../../../client/src/aws/index';
import { type CollectLimits, collectLimits, collectLogs } from '../../../client/src/live/logs/collect';
import {
  type LogLimits,
  type LogNews,
  type LogPorts,
  logLimits,
  streamLogs,
} from '../../../client/src/live/logs/stream';
import type { LogTarget } from '../../../client/src/live/logs/target';
import type { EcsGateway, Signal } from '../../../client/src/live/ports';
import { createStop } from '../../../client/src/live/refresh/stop';
import type { FakeEcs } from '../../support/fake-ecs/index';
import { connected, t, web } from './stage';

/** The log group of the tasks. */
export const group = '/ecs/web';
const minute = 60_000;

interface TaskOptions {
  readonly status?: 'PROVISIONING' | 'RUNNING' | 'STOPPED';
  readonly containers?: readonly string[];
  readonly image?: string;
  readonly logDriver?: string;
  /** Options of the log driver, besides those of a group. */
  readonly driver?: Readonly<Record<string, string>>;
}

interface Following {
  /** Lines come through Live Tail: waits take some real time as well, for what the fake sends by itself. */
  readonly live?: boolean;
  /** Given when so much time has passed. */
  readonly until?: number;
  /** What happens when so much time has passed. */
  readonly at?: readonly (readonly [milliseconds: number, work: () => void])[];
}

/** A cluster `shop`, and what reads its logs while the fake's time passes. */
export async function logStage() {
  const { ecs, gateway, log } = await connected();
  const cluster = ecs.addCluster('shop');
  const others = new Map<string, EcsGateway>();
  const ports = (waits: number[], onWait: (now: number) => void, live = false): LogPorts => ({
    gateway,
    t,
    liveTail: live,
    inRegion: async (region) => {
      const other = others.get(region) ?? createGateway({ region }, log, { t });
      others.set(region, other);
      return other;
    },
    clock: {
      now: ecs.clock.now,
      sleep: async (milliseconds) => {
        waits.push(milliseconds);
        ecs.clock.advance(milliseconds);
        if (live) await delay(60);
        onWait(ecs.clock.now());
      },
    },
  });
  const follow = async (
    target: LogTarget,
    { until = 30 * minute, at = [], live = false }: Following = {},
    limits: LogLimits = live ? liveLimits : logLimits,
  ) => {
    const stop = createStop();
    const waits: number[] = [];
    const began = ecs.clock.now();
    const left = [...at];
    const onWait = (now: number): void => {
      const [next] = left;
      if (next && now - began >= next[0]) left.shift()?.[1]();
      if (now - began >= until) stop.now();
    };
    const lines: string[] = [];
    const notes: string[] = [];
    for await (const news of streamLogs(target, ports(waits, onWait, live), stop.signal, limits)) {
      tellTo(news, lines, notes);
    }
    return { lines, own: lines.filter((line) => !OF_FAKE.test(line)), notes, waits };
  };
  const collect = (
    target: LogTarget,
    range: Parameters<typeof collectLogs>[1] = { label: 'All Lines' },
    limits: CollectLimits = collectLimits,
    signal: Signal = createStop().signal,
    report: () => void = () => undefined,
  ): Promise<string> =>
    collectLogs(
      target,
      range,
      ports([], () => undefined),
      signal,
      report,
      limits,
    ).then(ownLines);
  return { ecs: { ...ecs, cluster, ...seeds(ecs, gateway) }, gateway, follow, collect, log };
}

// Tests take a longer step than people would like.
const liveLimits: LogLimits = { ...logLimits, wait: { ...logLimits.wait, live: 1_000 } };

// What the fake lets every container say.
const OF_FAKE = /(?:starts|is ready|works|listens on port \d+)$/;

function ownLines(text: string): string {
  return text
    .split('\n')
    .filter((line) => !OF_FAKE.test(line))
    .join('\n');
}

function tellTo(news: LogNews, lines: string[], notes: string[]): void {
  if (news.kind === 'lines') lines.push(...news.lines.map(({ container, message }) => `${container}: ${message}`));
  else notes.push(news.sentence);
}

function seeds(ecs: FakeEcs, gateway: EcsGateway) {
  const define = ({
    containers = ['app'],
    image = 'nginx',
    logDriver = 'awslogs',
    driver,
  }: TaskOptions = {}): string => {
    const options = {
      'awslogs-group': group,
      'awslogs-stream-prefix': 'web',
      'awslogs-region': 'us-east-1',
      ...driver,
    };
    return ecs.addTaskDefinition({
      ...web,
      requiresCompatibilities: [...web.requiresCompatibilities],
      containerDefinitions: containers.map((name) => ({
        name,
        image,
        essential: true,
        logConfiguration: {
          logDriver: logDriver as 'awslogs',
          options: logDriver === 'awslogs' ? options : (driver ?? {}),
        },
      })),
    });
  };
  return {
    define,
    task: (options: TaskOptions) => {
      define(options);
      const taskArn = ecs.addTask('shop', { taskDefinition: 'web', status: options.status ?? 'RUNNING' });
      const id = taskArn.slice(-32);
      const target: LogTarget = { clusterArn: 'arn:aws:ecs:us-east-1:111122223333:cluster/shop', taskArn };
      return { target, stream: (container: string) => `web/${container}/${id}` };
    },
    tasksOf: async (serviceName: string) => (await gateway.tasks('shop', { serviceName })).items,
  };
}
