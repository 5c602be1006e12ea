import { LiveFailure } from '../failure';
import type { Answers } from './answers';
import { needsNetwork } from './launch';
import {
  type Asking,
  askCluster,
  askGroups,
  askLaunchType,
  askPublicIp,
  askSubnets,
  type Draft,
  type Step,
} from './steps';

/** Asks where to run, step by step with a way back, the last answers first; undefined when the user leaves. Throws `LiveFailure`. */
export async function ask(asking: Asking): Promise<Answers | undefined> {
  const { shape, t } = asking;
  const [only, ...more] = shape.launchTypes;
  if (!only) {
    const sentence = t(
      '{0} asks for a compatibility that this command cannot launch: it runs tasks on FARGATE, EC2 and EXTERNAL.',
      shape.family,
    );
    throw new LiveFailure('invalid', sentence, 'show-log');
  }
  const draft = await walk(more.length === 0 ? { launchType: only } : {}, asking);
  return draft && toAnswers(draft, asking);
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
    const title = asking.t('Register and Run {0}', asking.shape.family);
    const answer = await step(draft, { title, step: { at, of: steps.length }, canGoBack: at > 1 }, asking);
    if (answer.kind === 'cancelled') return undefined;
    if (answer.kind === 'back') drafts.pop();
    else drafts.push(answer.value);
  }
}

// Until the launch type is chosen, the way of the first one is announced.
function stepsFor({ launchType }: Draft, { shape }: Asking): readonly Step[] {
  const type = launchType ?? shape.launchTypes[0] ?? 'EC2';
  return [
    askCluster,
    ...(shape.launchTypes.length > 1 ? [askLaunchType] : []),
    ...(needsNetwork(type, shape.networkMode) ? [askSubnets, askGroups] : []),
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html
    ...(type === 'FARGATE' ? [askPublicIp] : []),
  ];
}

function toAnswers(draft: Draft, { shape }: Asking): Answers | undefined {
  const { cluster, launchType, subnets = [], securityGroups = [], assignPublicIp = false } = draft;
  if (!cluster || !launchType) return undefined;
  const network = { subnets: subnets.map(({ id }) => id), securityGroups, assignPublicIp };
  return { cluster, launchType, ...(needsNetwork(launchType, shape.networkMode) ? { network } : {}) };
}
