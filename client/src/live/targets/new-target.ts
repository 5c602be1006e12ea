import type { Target } from '../deploy/target';
import { capacitySteps } from './run-steps';
import { type Asking, askCluster, askConnection, askKind, askName, askService, type Draft, type Step } from './steps';

/**
 * Asks step by step, with a way back, for a target of a definition; only for what is not known and cannot be left out. Undefined when
 * the user leaves. Throws `LiveFailure`.
 */
export async function newTarget(asking: Asking): Promise<Target | undefined> {
  const draft = await walk(asking.kind ? { kind: asking.kind } : {}, asking);
  return draft && toTarget(draft, asking);
}

// Every answer is a draft on top of the one before, so that going back is taking one off.
async function walk(start: Draft, asking: Asking): Promise<Draft | undefined> {
  const drafts = [start];
  for (;;) {
    const draft = drafts.at(-1);
    if (!draft) return undefined;
    const steps = stepsFor(draft, asking);
    const step = steps[drafts.length - 1];
    if (!step) return draft;
    const at = drafts.length;
    const title = asking.onceAs ?? asking.t('New Target of {0}', asking.shape.family);
    const answer = await step(draft, { title, step: { at, of: steps.length }, canGoBack: at > 1 }, asking);
    if (answer.kind === 'cancelled') return undefined;
    if (answer.kind === 'back') drafts.pop();
    else drafts.push(answer.value);
  }
}

// Until the kind and the capacity are chosen, the way of the first ones is announced.
function stepsFor(draft: Draft, asking: Asking): readonly Step[] {
  return [
    ...(asking.kind ? [] : [askKind]),
    ...(asking.connections.length > 1 ? [askConnection] : []),
    askCluster,
    ...(draft.kind === 'service' ? [askService] : capacitySteps(draft, asking)),
    ...(asking.onceAs === undefined ? [askName] : []),
  ];
}

function toTarget(draft: Draft, { file, shape, onceAs }: Asking): Target | undefined {
  const { name = onceAs, kind, account, connection, cluster, capacity, service, count, network } = draft;
  if (!name || !kind || !connection || !cluster) return undefined;
  return {
    name,
    file: file.file,
    ...(file.isOneOfMany ? { family: shape.family } : {}),
    kind,
    ...(connection.profile === undefined ? {} : { profile: connection.profile }),
    region: connection.region,
    ...(account === undefined ? {} : { account }),
    cluster: cluster.name,
    ...(service ? { service: service.name } : {}),
    ...(service?.file === undefined ? {} : { serviceFile: service.file }),
    ...(capacity ? capacity.on : {}),
    ...(network ? { network } : {}),
    ...(count === undefined || count === 1 ? {} : { count }),
  };
}
