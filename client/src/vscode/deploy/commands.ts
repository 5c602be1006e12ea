import { readRevision } from '../../live/definitions/revisions';
import type { Deployer } from '../../live/deploy/deployer';
import type { ChangePorts, Outcome } from '../../live/deploy/input';
import { inputOfRevision, otherRevisions, targetOfService } from '../../live/deploy/revision-input';
import type { Target } from '../../live/deploy/target';
import type { EcsGateway } from '../../live/ports';
import { newTarget } from '../../live/targets/new-target';
import { shapeOf } from '../../live/targets/shape';
import { definitionName } from '../../live/task-state';
import type { TreeNode } from '../../live/tree/node';
import type { Handler } from '../commands/registry';
import type { Connections } from '../connection/connections';
import type { LanguageServer } from '../language/server';
import { definitionToRun } from '../language/target';
import { type ChangeHost, changePorts } from './change-ports';

/** What the commands that change what rows are about work with. */
export interface ChangeCommandPorts extends ChangeHost {
  readonly deployer: Deployer;
  readonly connections: Connections;
  readonly server: LanguageServer;
}

/** The commands on services, deployments and revisions, by id; `changing` is the gate before what changes something in AWS. */
export function changeHandlers(
  ports: ChangeCommandPorts,
  changing: (handler: Handler) => Handler,
  nodeOf: (argument: unknown) => TreeNode | undefined,
): Readonly<Record<string, Handler>> {
  const { deployer, clusters } = ports;
  /** On a row of the view Clusters. */
  const onRow = (work: (row: Row, change: ChangePorts) => Promise<unknown>): Handler =>
    changing(async (argument) => {
      const node = nodeOf(argument);
      if (!node?.arn) return undefined;
      const gateway = await clusters.gatewayOf(node);
      return work({ node, arn: node.arn, clusterArn: node.clusterArn }, changePorts(ports, gateway));
    });
  const onService = (work: (service: Service, change: ChangePorts) => Promise<unknown>): Handler =>
    onRow(async ({ arn, clusterArn }, change) => clusterArn && work({ arn, clusterArn }, change));
  /** On a row of the view Task Definitions. */
  const onRevision = (work: (arn: string, change: ChangePorts) => Promise<unknown>): Handler =>
    changing(async (argument) => {
      const arn = nodeOf(argument)?.arn;
      return arn && work(arn, changePorts(ports, await ports.connections.gateway()));
    });
  return {
    'taskdef.service.scale': onService((service, change) => deployer.scale(service, change)),
    'taskdef.service.forceDeploy': onService((service, change) => deployer.forceDeploy(service, change)),
    'taskdef.service.deployRevision': onService((service, change) => deployChosen(service, change, ports)),
    'taskdef.deployment.rollBack': onRow((row, change) => deployer.stopDeployment(nameOf(row), 'ROLLBACK', change)),
    'taskdef.deployment.stop': onRow((row, change) => deployer.stopDeployment(nameOf(row), 'ABORT', change)),
    'taskdef.deployment.continue': onRow((row, change) => deployer.continueDeployment(nameOf(row), change)),
    'taskdef.revision.deploy': onRevision((arn, change) => deployRevision(arn, 'service', change, ports)),
    'taskdef.revision.run': onRevision((arn, change) => deployRevision(arn, 'run', change, ports)),
    'taskdef.revision.deregister': onRevision((arn, change) => deployer.deregister(arn, change)),
    'taskdef.register': changing((argument, index) => register(ports, argument, index)),
  };
}

interface Row {
  readonly node: TreeNode;
  readonly arn: string;
  readonly clusterArn: string | undefined;
}

interface Service {
  readonly arn: string;
  readonly clusterArn: string;
}

// A service's row stands for the deployment that it has under way.
function nameOf({ arn, clusterArn }: Row) {
  return clusterArn && !arn.includes(':service-deployment/') ? { clusterArn, serviceArn: arn } : { deploymentArn: arn };
}

async function deployChosen(
  { clusterArn, arn }: Service,
  change: ChangePorts,
  { deployer, ui, t }: ChangeCommandPorts,
): Promise<Outcome | undefined> {
  const { gateway } = change;
  const used = (await gateway.serviceDetails(clusterArn, arn))?.service.taskDefinition;
  const name = definitionName(used);
  const family = name?.replace(/:\d+$/, '');
  if (!used || !name || !family) return undefined;
  const options = {
    title: t('Deploy a Revision of {0}', family),
    placeholder: t('In the place of {0}, which is in use', name),
  };
  const chosen = await ui.pick(options, otherRevisions(family, used, gateway));
  if (chosen.kind !== 'value') return undefined;
  const revision = await readRevision(chosen.value, gateway, t);
  return deployer.deploy(inputOfRevision(revision, targetOfService(clusterArn, arn)), change);
}

async function deployRevision(
  arn: string,
  kind: Target['kind'],
  change: ChangePorts,
  { deployer, ui, t }: ChangeCommandPorts,
): Promise<Outcome | undefined> {
  const { gateway } = change;
  const revision = await readRevision(arn, gateway, t);
  const { family, definition } = revision;
  const name = `${family}:${revision.revision}`;
  const target = await newTarget({
    shape: shapeOf({ family, definition, ...facts(definition) }),
    file: { file: '', isOneOfMany: false },
    kind,
    connections: [{ label: gateway.connection.region, value: choiceOf(gateway) }],
    serviceFiles: [],
    taken: new Set(),
    onceAs: kind === 'run' ? t('Run {0}', name) : t('Deploy {0}', name),
    last: undefined,
    gateway: async () => gateway,
    ui,
    t,
  });
  return target && deployer.deploy(inputOfRevision(revision, target), change);
}

function choiceOf({ connection: { profile, region } }: EcsGateway) {
  return { region, ...(profile === undefined ? {} : { profile }) };
}

function facts({ requiresCompatibilities: required, networkMode }: Readonly<Record<string, unknown>>) {
  return {
    requiresCompatibilities: Array.isArray(required) ? required.map(String) : [],
    ...(typeof networkMode === 'string' ? { networkMode } : {}),
  };
}

async function register(ports: ChangeCommandPorts, argument: unknown, index: unknown): Promise<Outcome | undefined> {
  const { deployer, server, ui, t, connections } = ports;
  const found = await definitionToRun(server, ui, t, t('Register Task Definition'), argument, index);
  if (!found) return undefined;
  const { uri, source, info } = found;
  const change = changePorts(ports, await connections.gateway(), uri);
  return deployer.register({ source, family: info.family, definition: info.definition }, change);
}
