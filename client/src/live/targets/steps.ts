import type { ConnectionChoice } from '../connection/choice';
import type { Target, TargetNetwork } from '../deploy/target';
import type { Answer, Choice, Cluster, Connection, EcsGateway, PickOptions, Subnet, Translate, Ui } from '../ports';
import { type Capacity, capacitiesOf } from './capacity';
import { clusterChoices, kindChoices } from './choices';
import { freeName } from './of-file';
import { type ServiceChoice, type ServiceFile, serviceChoices } from './service-choices';
import type { Shape } from './shape';

/** What asking for a target needs. */
export interface Asking {
  readonly shape: Shape;
  readonly file: {
    /** As `Target.file`. */
    readonly file: string;
    /** The file has several definitions, so that the target names the family. */
    readonly isOneOfMany: boolean;
  };
  /** Absent: it is asked for. */
  readonly kind?: Target['kind'];
  /** At least one; the first is the connection in use. */
  readonly connections: readonly Choice<ConnectionChoice>[];
  /** The service files of the workspace that are about the definition. */
  readonly serviceFiles: readonly ServiceFile[];
  /** The names that are taken. */
  readonly taken: ReadonlySet<string>;
  /** It is used once and kept nowhere: this stands for its name. */
  readonly onceAs?: string;
  /** The target that was made or used last: what it says is proposed. */
  readonly last: Target | undefined;
  /** Throws `LiveFailure`. */
  gateway(choice: ConnectionChoice): Promise<EcsGateway>;
  readonly ui: Ui;
  readonly t: Translate;
}

/** The answers so far. */
export interface Draft {
  readonly kind?: Target['kind'];
  readonly choice?: ConnectionChoice;
  readonly gateway?: EcsGateway;
  readonly connection?: Connection;
  readonly account?: string;
  readonly cluster?: Cluster;
  /** What the cluster has for the tasks. */
  readonly capacities?: readonly Capacity[];
  readonly capacity?: Capacity;
  readonly service?: ServiceChoice;
  readonly subnets?: readonly Subnet[];
  readonly securityGroups?: readonly string[];
  readonly network?: TargetNetwork;
  readonly count?: number;
  readonly name?: string;
}

/** One question, answered by the draft with its answer in it. */
export type Step = (draft: Draft, options: Omit<PickOptions, 'placeholder'>, asking: Asking) => Promise<Answer<Draft>>;

export const askKind: Step = async (draft, options, { ui, last, t }) => {
  const choices = Promise.resolve(kindChoices(last, t));
  const answer = await ui.pick({ ...options, placeholder: t('What to do with the task definition') }, choices);
  return mapped(answer, (kind) => ({ ...draft, kind }));
};

export const askConnection: Step = async (draft, options, { ui, connections, t }) => {
  const placeholder = t('The profile and region to work with');
  const answer = await ui.pick({ ...options, placeholder }, Promise.resolve(connections));
  return mapped(answer, (choice) => ({ ...draft, choice }));
};

export const askCluster: Step = async (draft, options, asking) => {
  const { ui, connections, last, t } = asking;
  const placeholder = draft.kind === 'service' ? t('The cluster of the service') : t('The cluster to run the task in');
  const reached = reach(draft.choice ?? connections[0]?.value ?? {}, asking);
  const choices = reached.then(({ gateway }) => clusterChoices(gateway, last, t));
  const answer = await ui.pick({ ...options, placeholder }, choices);
  if (answer.kind !== 'value') return answer;
  const { gateway, account } = await reached;
  const cluster = answer.value;
  const capacities = draft.kind === 'service' ? [] : await capacitiesOf(asking.shape, cluster, gateway, t);
  const { connection } = gateway;
  return { kind: 'value', value: { ...draft, gateway, connection, account, cluster, capacities, ...only(capacities) } };
};

export const askService: Step = async (draft, options, { ui, shape, serviceFiles, last, t }) => {
  const { gateway, cluster } = draft;
  if (!gateway || !cluster) return { kind: 'cancelled' };
  const choices = serviceChoices(gateway, cluster, shape.family, serviceFiles, last, t);
  const answer = await ui.pick({ ...options, placeholder: t('The service to deploy to') }, choices);
  return mapped(answer, (service) => ({ ...draft, service }));
};

export const askName: Step = async (draft, options, { ui, shape, taken, t }) => {
  const placeholder = t('The name of the target: CodeLens, status bar and settings show it');
  const what = draft.service?.name ?? shape.family;
  const where = draft.cluster?.name ?? '';
  const value = freeName(what === where ? what : `${what}-${where}`, taken);
  const answer = await ui.input({ ...options, placeholder, value }, (name) => {
    if (!/^[\w.-]+$/.test(name)) return t('Letters, digits, hyphens, underscores and dots, at least one.');
    return taken.has(name) ? t('There is a target {0} already.', name) : undefined;
  });
  return mapped(answer, (name) => ({ ...draft, name }));
};

export function mapped<A, B>(answer: Answer<A>, map: (value: A) => B): Answer<B> {
  return answer.kind === 'value' ? { kind: 'value', value: map(answer.value) } : answer;
}

// The account is asked for early: credentials that do not work are found before the questions are answered.
async function reach(choice: ConnectionChoice, { gateway: open }: Asking) {
  const gateway = await open(choice);
  return { gateway, account: (await gateway.identity()).account };
}

function only(capacities: readonly Capacity[]): Pick<Draft, 'capacity'> {
  const [capacity, ...others] = capacities;
  return capacity && others.length === 0 ? { capacity } : {};
}
