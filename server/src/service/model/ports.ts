import type { Container, PortMapping } from './container';
import type { Field, List, Place } from './field';
import type { NetworkMode } from './task-definition';

export type Protocol = 'tcp' | 'udp';

/** Ports from the first to the last, both included. */
export interface PortRange {
  readonly first: number;
  readonly last: number;
}

/** The ports of a mapping, and the member that says them. */
export interface StatedPorts extends PortRange {
  readonly place: Place;
  readonly isRange: boolean;
}

/** One port mapping and what it takes. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html */
export interface MappedPort {
  /** Its place among the mappings of the whole task. */
  readonly index: number;
  readonly container: Container;
  readonly mapping: PortMapping;
  /** `tcp` when missing; undefined when it is unknown or none. */
  readonly protocol: Protocol | undefined;
  /** The ports that the container listens on; undefined when they are unknown or none. */
  readonly ports: StatedPorts | undefined;
  /** The one port of the instance that it reserves, in bridge and host mode; undefined when it is dynamic or unknown. */
  readonly host: { readonly port: number; readonly place: Place } | undefined;
}

/** All port mappings of a task in document order. */
export function mappedPorts(containers: List<Container>, mode: NetworkMode | undefined): readonly MappedPort[] {
  return containers.items
    .flatMap((container) => container.portMappings.items.map((mapping) => ({ container, mapping })))
    .map(({ container, mapping }, index) => ({
      index,
      container,
      mapping,
      protocol: protocolOf(mapping),
      ports: statedPorts(mapping),
      host: hostPort(mapping, mode),
    }));
}

/** Reads `8080-8090`; undefined when the text is something else, whatever its numbers are. */
export function parsePortRange(text: string): PortRange | undefined {
  const [, first, last] = /^(\d+)-(\d+)$/.exec(text) ?? [];
  return first && last ? { first: Number(first), last: Number(last) } : undefined;
}

/** True for what a container can listen on. */
export function isPort(port: number | undefined): port is number {
  return port !== undefined && Number.isInteger(port) && port >= 1 && port <= 65535;
}

/** A mapping whose ports and protocol are known. */
export interface KnownPorts extends MappedPort {
  readonly protocol: Protocol;
  readonly ports: StatedPorts;
}

export function hasKnownPorts(port: MappedPort): port is KnownPorts {
  return port.protocol !== undefined && port.ports !== undefined;
}

/** Each mapping that takes a port of an earlier one, with that one. A sweep over the ports: never all pairs. */
export function overlaps(ports: readonly KnownPorts[]): ReadonlyMap<KnownPorts, KnownPorts> {
  return new Map([...overlapsOf(ports, 'tcp'), ...overlapsOf(ports, 'udp')]);
}

function overlapsOf(all: readonly KnownPorts[], protocol: Protocol): ReadonlyMap<KnownPorts, KnownPorts> {
  const found = new Map<KnownPorts, KnownPorts>();
  const byPort = all
    .filter((port) => port.protocol === protocol)
    .sort((a, b) => a.ports.first - b.ports.first || a.index - b.index);
  byPort.reduce<KnownPorts | undefined>((widest, port) => {
    if (!widest || port.ports.first > widest.ports.last) return port;
    if (port.index > widest.index) found.set(port, widest);
    else found.set(widest, port);
    return port.ports.last > widest.ports.last ? port : widest;
  }, undefined);
  return found;
}

function protocolOf({ protocol }: PortMapping): Protocol | undefined {
  if (!protocol.present) return 'tcp';
  return protocol.literal === 'tcp' || protocol.literal === 'udp' ? protocol.literal : undefined;
}

/** The ports that a mapping says; undefined when they are unknown or none. */
export function statedPorts({ containerPort, containerPortRange }: PortMapping): StatedPorts | undefined {
  const port = containerPort.literal;
  if (isPort(port)) return { first: port, last: port, place: containerPort, isRange: false };
  const range = parsePortRange(containerPortRange.literal ?? '');
  if (containerPort.present || !range || !isPort(range.first) || !isPort(range.last)) return undefined;
  return range.first <= range.last ? { ...range, place: containerPortRange, isRange: true } : undefined;
}

/** In host mode the container's port is one of the instance. */
function hostPort({ hostPort, containerPort }: PortMapping, mode: NetworkMode | undefined): MappedPort['host'] {
  if (mode !== 'bridge' && mode !== 'host') return undefined;
  const place: Field<number> = mode === 'host' && !hostPort.present ? containerPort : hostPort;
  return isPort(place.literal) ? { port: place.literal, place } : undefined;
}
