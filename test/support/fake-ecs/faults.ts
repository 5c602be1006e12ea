import { ApiError } from './api-error';

/** What goes wrong with a call. Only `reset-after-commit` and `slow` let the operation take effect. */
export type Fault = (
  | { readonly kind: 'throttled' | 'denied' | 'expired' | 'unrecognized' | 'server' }
  /** Any other error of the API. */
  | { readonly kind: 'error'; readonly name: string; readonly message: string; readonly status?: number }
  /** A page of a proxy in between. Status 200 if not given. */
  | { readonly kind: 'html'; readonly status?: number }
  /** The connection closes before or after the operation took effect. */
  | { readonly kind: 'reset' | 'reset-after-commit' }
  /** The answer comes after so many real milliseconds. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** No answer ever. */
  | { readonly kind: 'hang' }
  /** A List* answers no items, but a token that goes on where the call would have started. */
  | { readonly kind: 'empty-page' }
  /** A List* answers a token that goes on where the call started. */
  | { readonly kind: 'repeated-token' }
  /** A Describe* knows nothing of the first thing it was asked for, or of all of them, and says why in `failures`. */
  | { readonly kind: 'partial' | 'gone'; readonly reason?: string }
) & {
  /** How many calls it hits; every call until `heal` if not given. */
  readonly times?: number;
  /** How many calls go well before. */
  readonly after?: number;
};

/** The faults of the operations, to be taken one a call. */
export interface Faults {
  /** `*`: every operation that has no fault of its own. */
  fail(operation: string, fault: Fault): void;
  /** Ends the faults of one operation, or all. */
  heal(operation?: string): void;
  take(operation: string): Fault | undefined;
}

export function faultTable(): Faults {
  const planned = new Map<string, { readonly fault: Fault; left: number; skip: number }[]>();
  return {
    fail: (operation, fault) => {
      const queue = planned.get(operation) ?? [];
      planned.set(operation, [
        ...queue,
        { fault, left: fault.times ?? Number.POSITIVE_INFINITY, skip: fault.after ?? 0 },
      ]);
    },
    heal: (operation) => {
      if (operation === undefined) planned.clear();
      else planned.delete(operation);
    },
    take: (operation) => {
      const waiting = (name: string) => planned.get(name)?.find((entry) => entry.left > 0);
      const next = waiting(operation) ?? waiting('*');
      if (!next) return undefined;
      if (next.skip > 0) {
        next.skip -= 1;
        return undefined;
      }
      next.left -= 1;
      return next.fault;
    },
  };
}

/** The API error a fault stands for; undefined for faults of the transport. */
export function errorOf(fault: Fault, service: string, operation: string): ApiError | undefined {
  // CloudWatch signs by another name than the one it has in IAM.
  const action = `${service === 'monitoring' ? 'cloudwatch' : service}:${operation}`;
  switch (fault.kind) {
    case 'throttled':
      return new ApiError('ThrottlingException', 'Rate exceeded');
    case 'denied':
      return new ApiError(
        'AccessDeniedException',
        `User: arn:aws:iam::111122223333:user/dev is not authorized to perform: ${action} on resource: * because no identity-based policy allows the ${action} action`,
      );
    case 'expired':
      return new ApiError('ExpiredTokenException', 'The security token included in the request is expired');
    case 'unrecognized':
      return new ApiError('UnrecognizedClientException', 'The security token included in the request is invalid.');
    case 'server':
      return new ApiError('ServerException', 'Service Unavailable. Please try again later.', 500);
    case 'error':
      return new ApiError(fault.name, fault.message, fault.status ?? 400);
    default:
      return undefined;
  }
}

/** What a corporate proxy or captive portal answers in the place of ECS. */
export const proxyPage = '<!DOCTYPE html><html><head><title>Sign in to the network</title></head><body></body></html>';

/** The answer of a Describe* with the faults `partial` and `gone`; others leave it as it is. */
export function withFailures(fault: Fault | undefined, body: object): object {
  if (fault?.kind !== 'partial' && fault?.kind !== 'gone') return body;
  const lists = Object.entries(body).filter(([key, value]) => key !== 'failures' && Array.isArray(value));
  const [[key, list] = ['', []]] = lists as [string, Readonly<Record<string, unknown>>[]][];
  const lost = fault.kind === 'gone' ? list : list.slice(0, 1);
  const failures = lost.map((it) => ({ arn: arnOf(it), reason: fault.reason ?? 'MISSING' }));
  const before = 'failures' in body && Array.isArray(body.failures) ? body.failures : [];
  return { ...body, [key]: list.slice(lost.length), failures: [...before, ...failures] };
}

// Each kind of thing has its own ARN first, and those of what it belongs to after it.
function arnOf(thing: Readonly<Record<string, unknown>>): unknown {
  return Object.entries(thing).find(([key]) => /Arn$/.test(key))?.[1];
}
