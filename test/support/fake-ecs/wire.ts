import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { StartLiveTailRequest } from '@aws-sdk/client-cloudwatch-logs';
import { settle } from './agenda';
import { ApiError } from './api-error';
import type { QueryForm } from './ec2';
import { errorOf, type Fault, withFailures } from './faults';
import { startLiveTail } from './live-tail';
import { runJson, runQuery } from './operations';
import type { World } from './world';
import { queryError, queryResponse } from './xml';

/** One call as it came over HTTP. */
export interface Call {
  readonly protocol: 'json' | 'query';
  /** As the signature names it: `ecs`, `ec2`, `sts`, `elasticloadbalancing`, `application-autoscaling`. */
  readonly service: string;
  readonly region: string;
  readonly operation: string;
  readonly body: unknown;
  readonly form: QueryForm;
}

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly requestId: string;
}

/** Reads a request to its end. The signature is not checked; its scope tells service and region. */
export async function readCall(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString();
  const scope = /Credential=[^/]+\/\d+\/([^/]+)\/([^/]+)\//.exec(request.headers.authorization ?? '');
  const [, region = 'us-east-1', service = 'ecs'] = scope ?? [];
  const target = String(request.headers['x-amz-target'] ?? '');
  if (target) {
    const body: unknown = JSON.parse(text || '{}');
    return { protocol: 'json', service, region, operation: target.slice(target.lastIndexOf('.') + 1), body, form: {} };
  }
  const form = Object.fromEntries(new URLSearchParams(text));
  return { protocol: 'query', service, region, operation: form.Action ?? '', body: form, form };
}

/** Runs the call with its fault, in the call's protocol. A bug of the fake shows as its 500 answer. */
export function answer(world: World, call: Call, fault: Fault | undefined): Reply {
  const requestId = randomUUID();
  try {
    settle(world);
    const planned = fault && errorOf(fault, call.service, call.operation);
    if (planned) throw planned;
    const page = { empty: fault?.kind === 'empty-page', repeated: fault?.kind === 'repeated-token' };
    return call.protocol === 'json'
      ? json(200, withFailures(fault, runJson(world, call.operation, call.body, page)), requestId)
      : xml(
          200,
          queryResponse(
            call.service,
            call.operation,
            runQuery(world, call.service, call.operation, call.form, page),
            requestId,
          ),
          requestId,
        );
  } catch (cause) {
    return refuse(call, cause, requestId);
  }
}

/** A stream to be begun, or the refusal. */
export function answerTail(
  world: World,
  call: Call,
  fault: Fault | undefined,
): ReturnType<typeof startLiveTail> | Reply {
  try {
    settle(world);
    const planned = fault && errorOf(fault, call.service, call.operation);
    if (planned) throw planned;
    // The body was made by a client whose types are the SDK's.
    return startLiveTail(world, call.body as StartLiveTailRequest);
  } catch (cause) {
    return refuse(call, cause, randomUUID());
  }
}

function refuse(call: Call, cause: unknown, requestId: string): Reply {
  const error = cause instanceof ApiError ? cause : new ApiError('FakeFailure', String(cause), 500);
  return call.protocol === 'json'
    ? json(error.status, { __type: error.name, message: error.message, ...error.members }, requestId)
    : xml(error.status, queryError(call.service, error, requestId), requestId);
}

function json(status: number, body: object, requestId: string): Reply {
  return { status, type: 'application/x-amz-json-1.1', body: JSON.stringify(seconds(body)), requestId };
}

function xml(status: number, body: string, requestId: string): Reply {
  return { status, type: 'text/xml;charset=UTF-8', body, requestId };
}

/** JSON 1.1 sends times as seconds since the epoch. */
function seconds(value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000;
  if (Array.isArray(value)) return value.map(seconds);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, seconds(member)]));
}
