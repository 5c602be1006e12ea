import type { Answer, Cluster, EcsGateway, LaunchType, PickOptions, Subnet, Translate, Ui } from '../ports';
import type { Remembered } from './answers';
import { clusterChoices, groupChoices, launchChoices, publicIpChoices, subnetChoices } from './choices';
import type { Shape } from './launch';

/** What asking needs. */
export interface Asking {
  readonly shape: Shape;
  readonly last: Remembered;
  readonly gateway: EcsGateway;
  readonly ui: Ui;
  readonly t: Translate;
}

/** The answers so far. */
export interface Draft {
  readonly cluster?: Cluster;
  readonly launchType?: LaunchType;
  readonly subnets?: readonly Subnet[];
  readonly securityGroups?: readonly string[];
  readonly assignPublicIp?: boolean;
}

/** One question, answered by the draft with its answer in it. */
export type Step = (draft: Draft, options: Omit<PickOptions, 'placeholder'>, asking: Asking) => Promise<Answer<Draft>>;

export const askCluster: Step = async (draft, options, { ui, gateway, last, t }) => {
  const placeholder = t('The cluster to run the task in');
  const answer = await ui.pick({ ...options, placeholder }, clusterChoices(gateway, last, t));
  return mapped(answer, (cluster) => ({ ...draft, cluster }));
};

export const askLaunchType: Step = async (draft, options, { ui, shape, last, t }) => {
  const choices = Promise.resolve(launchChoices(shape.launchTypes, last, t));
  const answer = await ui.pick({ ...options, placeholder: t('The launch type') }, choices);
  return mapped(answer, (launchType) => ({ ...draft, launchType }));
};

export const askSubnets: Step = async (draft, options, { ui, gateway, last, t }) => {
  let placeholder = t('The subnets for the task, all of one VPC');
  const choices = subnetChoices(gateway, last, t);
  for (;;) {
    const answer = await ui.pickMany({ ...options, placeholder }, choices);
    const problem = answer.kind === 'value' ? unfit(answer.value, t) : undefined;
    if (!problem) return mapped(answer, (subnets) => ({ ...draft, subnets }));
    placeholder = problem;
  }
};

export const askGroups: Step = async (draft, options, { ui, gateway, last, t }) => {
  const vpcId = draft.subnets?.[0]?.vpcId ?? '';
  const placeholder = t('The security groups of the task; with none it gets the default one of {0}', vpcId);
  const answer = await ui.pickMany({ ...options, placeholder }, groupChoices(gateway, vpcId, last));
  return mapped(answer, (securityGroups) => ({ ...draft, securityGroups }));
};

export const askPublicIp: Step = async (draft, options, { ui, last, t }) => {
  const placeholder = t('Whether the task gets a public IP address');
  const choices = Promise.resolve(publicIpChoices(draft.subnets ?? [], last, t));
  const answer = await ui.pick({ ...options, placeholder }, choices);
  return mapped(answer, (assignPublicIp) => ({ ...draft, assignPublicIp }));
};

function unfit(subnets: readonly Subnet[], t: Translate): string | undefined {
  if (subnets.length === 0) return t('Choose at least one subnet.');
  const vpcs = new Set(subnets.map(({ vpcId }) => vpcId));
  return vpcs.size > 1 ? t('The subnets are in {0} VPCs: choose subnets of one.', vpcs.size) : undefined;
}

function mapped<A, B>(answer: Answer<A>, map: (value: A) => B): Answer<B> {
  return answer.kind === 'value' ? { kind: 'value', value: map(answer.value) } : answer;
}
