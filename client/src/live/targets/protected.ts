import { lastPart } from './of-file';

/** Where a change is about to be made. */
export interface ProtectedPlace {
  readonly account: string;
  /** Names or ARNs. */
  readonly cluster: string;
  readonly service?: string;
}

/** The patterns of a value of `taskdef.protectedTargets`; what is no text is left out. */
export function readProtected(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((it) => typeof it === 'string' && it.trim() !== '') : [];
}

/**
 * What has to be typed before something is changed at a place, undefined where no pattern protects it. A pattern is an account, a
 * cluster or `cluster/service`; `*` stands for any text. A protected cluster protects its services.
 */
export function protectedName(patterns: readonly string[], place: ProtectedPlace): string | undefined {
  const cluster = lastPart(place.cluster);
  const service = place.service === undefined ? undefined : lastPart(place.service);
  const whole = service === undefined ? cluster : `${cluster}/${service}`;
  const isHit = patterns.some((pattern) => {
    if (pattern.includes('/')) return service !== undefined && matches(pattern, whole);
    return matches(pattern, place.account) || matches(pattern, cluster);
  });
  return isHit ? whole : undefined;
}

/** Without a regular expression: a pattern of many stars must not make one that never ends. */
function matches(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}
