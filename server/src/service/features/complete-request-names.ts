import type { Container } from '../model/container';
import { baseName } from '../model/file-uri';
import type { TaskDefinition } from '../model/task-definition';
import type { DefinitionIn } from './companions';
import { filledIn, type Judged, proposal } from './complete-proposals';
import type { Proposal, RequestSite } from './complete-site';
import { inShort, mappedPorts, portText } from './definition-in-short';

/** Names and numbers of the task definition that a request is about, where it uses them; and the task definitions there are. */
export function namesFor(site: RequestSite): readonly Proposal[] {
  const own = Object.hasOwn(byShape, site.shape) ? byShape[site.shape] : undefined;
  return own?.(site) ?? [];
}

type Names = (site: RequestSite) => readonly Proposal[];

const byShape: Readonly<Record<string, Names>> = {
  taskDefinition: families,
  'loadBalancers.containerName': (site) => containers(site, mapping),
  'loadBalancers.containerPort': (site) => ports(site, containerAt(site, 'loadBalancers')),
  'serviceRegistries.containerName': (site) => containers(site, mapping),
  'serviceRegistries.containerPort': (site) => ports(site, containerAt(site, 'serviceRegistries')),
  'serviceConnectConfiguration.services.portName': portNames,
  'serviceConnectConfiguration.services.clientAliases.port': aliasPorts,
  'vpcLatticeConfigurations.portName': portNames,
  'gatewayConnectors.portName': portNames,
  'volumeConfigurations.name': volumes,
  'overrides.containerOverrides.name': (site) => containers(site, overridden),
  'overrides.containerOverrides.environment.name': variables,
  'placementStrategy.field': fields,
};

/** The families of the workspace: a family alone means its newest revision. */
function families(site: RequestSite): readonly Proposal[] {
  const inTemplate = site.holder.shape === 'cloudformation';
  const known = new Map<string, Proposal>();
  for (const snapshot of [site.read, ...site.workspace.snapshots]) {
    for (const { shape, task } of snapshot.definitions) {
      const family = task.family.literal;
      if (!family || known.has(family) || (snapshot === site.read && inTemplate && shape === 'cloudformation'))
        continue;
      const detail = [inShort(task), snapshot === site.read ? '' : `in ${baseName(snapshot.uri)}`];
      known.set(family, named(site, family, { detail: detail.filter(Boolean).join(' · '), fits: true }));
    }
  }
  return [...known.values()];
}

/** The containers, each with what makes it fit. */
function containers(
  site: RequestSite,
  judge: (container: Container, site: RequestSite) => Judged,
): readonly Proposal[] {
  return containersOf(site).flatMap((container) => {
    const name = container.name.literal;
    if (!name) return [];
    const { detail, fits } = judge(container, site);
    return named(site, name, { detail: `${detail} · ${place(site)}`, fits });
  });
}

function mapping(container: Container): Judged {
  const mapped = mappedPorts(container);
  const fits = mapped.length > 0;
  return { detail: fits ? `${mapped.length > 1 ? 'ports' : 'port'} ${mapped.join(', ')}` : 'maps no port', fits };
}

function overridden({ name, image }: Container, { request: { input }, path }: RequestSite): Judged {
  const others = input.overrides.containerOverrides.items.filter((_, index) => index !== path[2]);
  const fits = !others.some((other) => other.name.literal === name.literal);
  return { detail: fits ? (image.literal ?? 'container') : 'has overrides already', fits };
}

/** The container ports of a container; of all where that one is not known. */
function ports(site: RequestSite, container: string | undefined): readonly Proposal[] {
  const all = containersOf(site);
  const own = all.filter(({ name }) => container !== undefined && name.literal === container);
  const found = new Map<number, Proposal>();
  for (const { name, portMappings } of own.length > 0 ? own : all) {
    for (const port of portMappings.items) {
      const number = port.containerPort.literal;
      if (number === undefined || found.has(number)) continue;
      const detail = [`of ${name.literal ?? 'a container'}`, port.name.literal, place(site)]
        .filter(Boolean)
        .join(' · ');
      found.set(number, { ...proposal(site, number, { detail, fits: true }), kind: 'name' });
    }
  }
  return [...found.values()];
}

function containerAt({ request: { input }, path }: RequestSite, list: 'loadBalancers' | 'serviceRegistries') {
  return input[list].items[Number(path[1])]?.containerName.literal;
}

function portNames(site: RequestSite): readonly Proposal[] {
  return containersOf(site).flatMap(({ name, portMappings }) =>
    portMappings.items.flatMap((port) => {
      const own = port.name.literal;
      const detail = `${name.literal ?? 'container'} port ${portText(port)} · ${place(site)}`;
      return own ? named(site, own, { detail, fits: true }) : [];
    }),
  );
}

/** Clients may use the container's own port, or the one that their protocol has by itself. */
function aliasPorts(site: RequestSite): readonly Proposal[] {
  const { services } = site.request.input.serviceConnectConfiguration;
  const wanted = services.items[Number(site.path[2])]?.portName.literal;
  return containersOf(site).flatMap(({ portMappings }) =>
    portMappings.items.flatMap(({ name, containerPort }) =>
      wanted !== undefined && name.literal === wanted && containerPort.literal !== undefined
        ? proposal(site, containerPort.literal, { detail: `container port of '${wanted}'`, fits: true })
        : [],
    ),
  );
}

function volumes(site: RequestSite): readonly Proposal[] {
  const items = taskOf(site)?.volumes.items ?? [];
  return items.flatMap(({ name, configuredAtLaunch }) => {
    const fits = configuredAtLaunch.literal === true;
    const detail = fits ? `configured at launch · ${place(site)}` : 'not configuredAtLaunch in the task definition';
    return name.literal ? named(site, name.literal, { detail, fits }) : [];
  });
}

/** The environment variables that the task definition gives to the container. */
function variables(site: RequestSite): readonly Proposal[] {
  const name = site.request.input.overrides.containerOverrides.items[Number(site.path[2])]?.name.literal;
  const container = containersOf(site).find((it) => name !== undefined && it.name.literal === name);
  return (container?.environment.items ?? []).flatMap((variable) =>
    variable.name.literal ? named(site, variable.name.literal, { detail: `set ${place(site)}`, fits: true }) : [],
  );
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PlacementStrategy.html */
const fieldsByType: Readonly<Record<string, readonly (readonly [field: string, detail: string])[]>> = {
  spread: [
    ['attribute:ecs.availability-zone', 'over availability zones'],
    ['instanceId', 'over instances'],
    ['attribute:${1:name}', 'over the values of an attribute of your own'],
  ],
  binpack: [
    ['memory', 'where the least memory is left'],
    ['cpu', 'where the least CPU is left'],
  ],
  random: [],
};

function fields(site: RequestSite): readonly Proposal[] {
  const type = site.request.input.placementStrategy.items[Number(site.path[1])]?.type.literal ?? '';
  const known = Object.hasOwn(fieldsByType, type) ? fieldsByType[type] : Object.values(fieldsByType).flat();
  return (known ?? []).map(([field, detail]) => filledIn(site, field, detail));
}

function named(site: RequestSite, name: string, judged: Judged): Proposal {
  return { ...proposal(site, name, judged), kind: 'name' };
}

function containersOf(site: RequestSite): readonly Container[] {
  return taskOf(site)?.containerDefinitions.items ?? [];
}

function taskOf({ linked }: RequestSite): TaskDefinition | undefined {
  return linked?.definition.task;
}

function place({ linked, read }: RequestSite): string {
  return linked ? whereIs(linked, read) : '';
}

function whereIs({ snapshot }: DefinitionIn, read: RequestSite['read']): string {
  return snapshot === read ? 'in this file' : `in ${baseName(snapshot.uri)}`;
}
