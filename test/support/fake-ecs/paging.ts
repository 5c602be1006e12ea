import { invalidParameter } from './api-error';

/** What the paging members of a List* request may be. */
export interface PageRequest {
  readonly nextToken?: string | undefined;
  readonly maxResults?: number | undefined;
}

export interface PageRules {
  /** Tokens of another scope (operation and filters) are refused. */
  readonly scope: string;
  readonly defaultSize: number;
  /** 100 for every ECS list. */
  readonly maxSize?: number;
  readonly fault?: PageFault;
}

/** What goes wrong with a page. */
export interface PageFault {
  /** Answer no items and a token that goes on at the same place. */
  readonly empty: boolean;
  /** Answer a token that goes on at the same place. */
  readonly repeated: boolean;
}

export interface Page<T> {
  readonly items: T[];
  /** Empty on the last page, to be spread into the answer. */
  readonly next: { nextToken?: string };
}

/** Cuts one page out of `all`; throws InvalidParameterException for a bad size or token. */
export function pageOf<T>(all: readonly T[], request: PageRequest, rules: PageRules): Page<T> {
  const max = rules.maxSize ?? 100;
  const size = request.maxResults ?? rules.defaultSize;
  if (!Number.isInteger(size) || size < 1 || size > max) {
    throw invalidParameter(`maxResults must be between 1 and ${max}.`);
  }
  const start = request.nextToken === undefined ? 0 : offsetOf(request.nextToken, rules.scope);
  const again = { nextToken: tokenOf(start, rules.scope) };
  if (rules.fault?.empty) return { items: [], next: again };
  const end = start + size;
  if (rules.fault?.repeated) return { items: all.slice(start, end), next: again };
  return { items: all.slice(start, end), next: end < all.length ? { nextToken: tokenOf(end, rules.scope) } : {} };
}

function tokenOf(offset: number, scope: string): string {
  return Buffer.from(JSON.stringify([scope, offset])).toString('base64url');
}

function offsetOf(token: string, scope: string): number {
  const [madeFor, offset] = parse(token);
  if (madeFor !== scope || typeof offset !== 'number') throw invalidParameter('Invalid token.');
  return offset;
}

function parse(token: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
