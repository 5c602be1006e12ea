import { LiveFailure } from '../failure';
import type { Cluster, EcsGateway, Failure, Pages, Service } from '../ports';

/** A part of the search for the services that use a family. */
export interface Looked {
  /** Those of any revision of the family. */
  readonly found: readonly Service[];
  /** What has been looked through until now; of the last clusters perhaps not all. */
  readonly services: number;
  readonly clusters: number;
  readonly failures: readonly Failure[];
  /** Why some clusters are missing. */
  readonly failure?: LiveFailure;
  readonly more: boolean;
}

/** Which services use the revisions of a family, over all clusters; each part is read once, for all revisions. */
export interface Usage {
  /** Throws `LiveFailure` where no clusters can be listed; then it can be asked for again. */
  part(index: number): Promise<Looked>;
}

type Reads = Pick<EcsGateway, 'clusterPages' | 'servicePages'>;

/** Nothing is read before the first part is asked for. */
export function createUsage(family: string, gateway: Reads): Usage {
  const search = searchOf(family, gateway);
  const parts: Promise<Looked>[] = [];
  const state = { turn: Promise.resolve<unknown>(undefined) };
  return {
    part: (index) => {
      const known = parts[index];
      if (known) return known;
      const part = state.turn.then(search);
      parts[index] = part;
      state.turn = part.catch(() => parts.splice(index, 1));
      return part;
    },
  };
}

/** Where a part ends: some dozens of calls, and a few seconds. */
const enough = { services: 500, clusters: 100 };

// As many as the gateway sends at once.
const atOnce = 4;

interface Source {
  readonly pages: Pages<Service>;
  readonly begun: boolean;
}

function searchOf(family: string, gateway: Reads): () => Promise<Looked> {
  const clusters = gateway.clusterPages();
  const open: Source[] = [];
  // Those that failed are tried again with the next part.
  const later: Source[] = [];
  const counts = { services: 0, clusters: 0 };
  const state = { more: true };

  const refill = async (failures: Failure[]): Promise<LiveFailure | undefined> => {
    const part = await clusters.next(enough.clusters);
    state.more = part.more;
    failures.push(...part.failures);
    const busy = part.items.filter(({ activeServices }: Cluster) => activeServices > 0);
    counts.clusters += part.items.length - busy.length;
    open.push(...busy.map(({ arn }) => ({ pages: gateway.servicePages(arn), begun: false })));
    return part.failure;
  };
  const look = async (source: Source) => {
    const part = await source.pages.next(enough.services / atOnce).catch(asPart);
    counts.services += part.items.length;
    if (!source.begun && !part.failure) counts.clusters += 1;
    if (part.failure) later.push(source);
    else if (part.more) open.unshift({ ...source, begun: true });
    return part;
  };
  return async () => {
    const [services, seen] = [counts.services, counts.clusters];
    const found: Service[] = [];
    const failures: Failure[] = [];
    const failed: LiveFailure[] = [];
    const goesOn = (): boolean => open.length > 0 || state.more;
    while (goesOn() && counts.services - services < enough.services && counts.clusters - seen < enough.clusters) {
      const lost = open.length > 0 ? undefined : await refill(failures).catch(asFailure);
      if (lost) {
        failed.push(lost);
        break;
      }
      const parts = await Promise.all(open.splice(0, atOnce).map(look));
      for (const part of parts) {
        found.push(...part.items.filter((it) => definitionsOf(it).some((arn) => isOf(family, arn))));
        failures.push(...part.failures);
        if (part.failure) failed.push(part.failure);
      }
      // What is not allowed in one cluster is not allowed in the next hundred either.
      if (failed.length >= atOnce) break;
    }
    const [failure] = failed;
    open.push(...later.splice(0));
    if (failure && counts.clusters + counts.services === seen + services) throw failure;
    return { found, ...counts, failures, more: goesOn(), ...(failure ? { failure } : {}) };
  };
}

/** The revisions that a service runs, or is about to run. */
export function definitionsOf({ taskDefinition, otherDefinitions = [] }: Service): readonly string[] {
  return taskDefinition === undefined ? otherDefinitions : [taskDefinition, ...otherDefinitions];
}

function isOf(family: string, arn: string): boolean {
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  return name.slice(0, name.lastIndexOf(':')) === family;
}

function asPart(error: unknown) {
  return { items: [], failures: [], more: true, failure: asFailure(error) };
}

function asFailure(error: unknown): LiveFailure {
  if (error instanceof LiveFailure) return error;
  throw error;
}
