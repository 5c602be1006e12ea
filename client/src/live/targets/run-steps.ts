import type { Subnet, Translate } from '../ports';
import { capacityChoices, countChoices, groupChoices, publicIpChoices, subnetChoices } from './choices';
import { type Asking, type Draft, mapped, type Step } from './steps';

/** What is asked about tasks, once their cluster is chosen: where in it, in which network, how many. */
export function capacitySteps(draft: Draft, { shape }: Asking): readonly Step[] {
  const several = draft.capacities ? draft.capacities.length > 1 : shape.launchTypes.length > 1;
  const fargate = draft.capacity?.fargate ?? (draft.capacities?.[0]?.fargate || shape.launchTypes[0] === 'FARGATE');
  // Fargate knows no other network mode, also where the definition leaves it out.
  const needsNetwork = shape.networkMode === 'awsvpc' || fargate;
  return [
    ...(several ? [askCapacity] : []),
    ...(needsNetwork ? [askSubnets, fargate ? askGroups : askLastGroups] : []),
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html
    ...(fargate ? [askPublicIp] : []),
    askCount,
  ];
}

const askCapacity: Step = async (draft, options, { ui, last, t }) => {
  const choices = Promise.resolve(capacityChoices(draft.capacities ?? [], last, t));
  const answer = await ui.pick({ ...options, placeholder: t('Launch type or capacity providers') }, choices);
  return mapped(answer, (capacity) => ({ ...draft, capacity }));
};

const askSubnets: Step = async (draft, options, { ui, last, t }) => {
  if (!draft.gateway) return { kind: 'cancelled' };
  let placeholder = t('The subnets for the task, all of one VPC');
  const choices = subnetChoices(draft.gateway, last, t);
  for (;;) {
    const answer = await ui.pickMany({ ...options, placeholder }, choices);
    const problem = answer.kind === 'value' ? unfit(answer.value, t) : undefined;
    if (!problem) return mapped(answer, (subnets) => ({ ...draft, subnets }));
    placeholder = problem;
  }
};

const askGroups: Step = async (draft, options, { ui, last, t }) => {
  if (!draft.gateway) return { kind: 'cancelled' };
  const vpcId = draft.subnets?.[0]?.vpcId ?? '';
  const placeholder = t('The security groups of the task; with none it gets the default one of {0}', vpcId);
  const answer = await ui.pickMany({ ...options, placeholder }, groupChoices(draft.gateway, vpcId, last));
  return mapped(answer, (securityGroups) => ({ ...draft, securityGroups }));
};

/** As `askGroups`, where nothing more is asked of the network. */
const askLastGroups: Step = async (...step) => mapped(await askGroups(...step), (draft) => withNetwork(draft));

const askPublicIp: Step = async (draft, options, { ui, last, t }) => {
  const placeholder = t('Whether the task gets a public IP address');
  const choices = Promise.resolve(publicIpChoices(draft.subnets ?? [], last, t));
  const answer = await ui.pick({ ...options, placeholder }, choices);
  return mapped(answer, (assignPublicIp) => withNetwork(draft, assignPublicIp));
};

const askCount: Step = async (draft, options, { ui, last, t }) => {
  const choices = Promise.resolve(countChoices(last, t));
  const answer = await ui.pick({ ...options, placeholder: t('How many tasks to start at once') }, choices);
  return mapped(answer, (count) => ({ ...draft, count }));
};

function withNetwork(draft: Draft, assignPublicIp?: boolean): Draft {
  const { subnets = [], securityGroups = [] } = draft;
  const network = {
    subnets: subnets.map(({ id }) => id),
    ...(securityGroups.length > 0 ? { securityGroups } : {}),
    ...(assignPublicIp === undefined ? {} : { assignPublicIp }),
  };
  return { ...draft, network };
}

function unfit(subnets: readonly Subnet[], t: Translate): string | undefined {
  if (subnets.length === 0) return t('Choose at least one subnet.');
  const vpcs = new Set(subnets.map(({ vpcId }) => vpcId));
  return vpcs.size > 1 ? t('The subnets are in {0} VPCs: choose subnets of one.', vpcs.size) : undefined;
}
