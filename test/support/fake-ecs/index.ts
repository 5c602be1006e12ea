import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { type VirtualClock, virtualClock } from './clock';
import { type Effects, effectsOf } from './effects';
import { type Fault, faultTable, proxyPage } from './faults';
import type { Operation } from './operations';
import { type Seed, seedOf } from './seed';
import { answer, answerTail, type Call, type Reply, readCall } from './wire';
import { type Caller, newWorld, type World } from './world';

export { deploymentTimes } from './deployment-times';
export type { Ending, EndingName } from './endings';
export type { Fault } from './faults';
export { taskTimes } from './lifecycle';
export type { Operation } from './operations';
export type { ClusterSeed, Seed, TaskSeed } from './seed';
export type { ServiceSeed } from './seed-services';

/** One request as it came, failed ones included. */
export interface SeenRequest {
  readonly operation: string;
  readonly region: string;
  readonly body: unknown;
}

/** A fake of ECS, and of what EC2, STS, Elastic Load Balancing, Application Auto Scaling and CloudWatch Logs answer beside it, over real HTTP. The seeding functions fill us-east-1. */
export interface FakeEcs extends Seed, Effects {
  /** For AWS_ENDPOINT_URL. */
  readonly url: string;
  readonly clock: VirtualClock;
  /** Every request since the start, oldest first; a test may empty it. */
  readonly requests: SeenRequest[];
  /** How many requests of an operation came. */
  count(operation: Operation): number;
  /** The most requests that were under way at the same time. */
  mostAtOnce(): number;
  /** How many connections are open. */
  connections(): Promise<number>;
  /** Requests by operation. */
  tally(): Readonly<Record<string, number>>;
  /** From now on, or from a time of the clock on, GetCallerIdentity names another user or role. */
  identity(arn: string, from?: number): void;
  /** Lets calls of an operation (`*`: of all that have no fault of their own) fail; several faults of one operation come one after the other. */
  fail(operation: Operation | '*', fault: Fault): void;
  /** Ends the faults of one operation, or all. */
  heal(operation?: Operation | '*'): void;
  /** Seeds another region. */
  in(region: string): Seed & Effects;
  close(): Promise<void>;
}

/** Starts the fake on a free port of 127.0.0.1. Its clock stands still unless `clockRate` says otherwise (1: real time). */
export async function startFakeEcs(options: { readonly clockRate?: number } = {}): Promise<FakeEcs> {
  const clock = virtualClock(options.clockRate);
  const faults = faultTable();
  const requests: SeenRequest[] = [];
  const callers: Caller[] = [];
  const load = { now: 0, most: 0 };
  const worlds = new Map<string, World>();
  const worldOf = (region: string): World => {
    const world = worlds.get(region) ?? newWorld(region, clock, callers);
    worlds.set(region, world);
    return world;
  };
  const server = createServer(async (request, response) => {
    const call = await readCall(request);
    requests.push({ operation: call.operation, region: call.region, body: call.body });
    load.now += 1;
    load.most = Math.max(load.most, load.now);
    response.once('close', () => {
      load.now -= 1;
    });
    await serve(worldOf(call.region), call, faults.take(call.operation), request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...seedOf(worldOf('us-east-1')),
    ...effectsOf(worldOf('us-east-1')),
    url: `http://127.0.0.1:${port}`,
    clock,
    requests,
    count: (operation) => requests.filter((request) => request.operation === operation).length,
    tally: () => {
      const counts: Record<string, number> = {};
      for (const { operation } of requests) counts[operation] = (counts[operation] ?? 0) + 1;
      return counts;
    },
    identity: (arn, from = clock.now()) => {
      callers.push({ arn, from });
    },
    mostAtOnce: () => load.most,
    connections: () =>
      new Promise((resolve, reject) => {
        server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
      }),
    fail: faults.fail,
    heal: faults.heal,
    in: (region) => ({ ...seedOf(worldOf(region)), ...effectsOf(worldOf(region)) }),
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function serve(
  world: World,
  call: Call,
  fault: Fault | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  switch (fault?.kind) {
    case 'hang':
      return;
    case 'reset':
      request.socket.destroy();
      return;
    case 'html':
      send(response, { status: fault.status ?? 200, type: 'text/html', body: proxyPage, requestId: '' });
      return;
    case 'slow':
      await delay(fault.milliseconds);
      break;
  }
  const tail = call.operation === 'StartLiveTail' ? answerTail(world, call, fault) : undefined;
  if (typeof tail === 'function') {
    tail(response);
    return;
  }
  const reply = tail ?? answer(world, call, fault);
  if (fault?.kind === 'reset-after-commit') request.socket.destroy();
  else send(response, reply);
}

function send(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, {
    'content-type': reply.type,
    ...(reply.requestId ? { 'x-amzn-requestid': reply.requestId } : {}),
  });
  response.end(reply.body);
}
