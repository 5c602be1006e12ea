import type { Protection } from '../deploy/input';
import { lastPart } from '../find/resource';

/**
 * What has to be typed before something is changed at a place: nothing where no pattern protects it. A pattern is an account, a cluster
 * or `cluster/service`; `*` stands for any text. A protected cluster protects its services. What is typed is `cluster/service`, the
 * cluster, or where there is neither the account.
 */
export function protection(patterns: () => readonly string[]): Protection {
  return ({ identity: { account }, cluster: { name: cluster } = {}, service }) => {
    const inCluster = cluster === undefined ? undefined : lastPart(cluster);
    const inService = inCluster === undefined || !service ? undefined : `${inCluster}/${lastPart(service.name)}`;
    const isHit = patterns().some((pattern) =>
      pattern.includes('/') ? hits(pattern, inService) : hits(pattern, account) || hits(pattern, inCluster),
    );
    return isHit ? (inService ?? inCluster ?? account) : undefined;
  };
}

function hits(pattern: string, text: string | undefined): boolean {
  return text !== undefined && matches(pattern.trim(), text);
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
