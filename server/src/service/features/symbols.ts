import type { Field, Place } from '../model/field';
import type { Span } from '../problem';
import type { Request, Snapshot } from '../snapshot';
import { spanOf, tokenOf } from '../syntax/ast';
import { insideQuotes } from './inside-quotes';
import { resourceKey } from './resource-key';

export type SymbolKind = 'definition' | 'service' | 'run' | 'container' | 'volume' | 'port';

/** One row of the outline. */
export interface OutlineSymbol {
  readonly kind: SymbolKind;
  readonly name: string;
  readonly detail: string;
  readonly span: Span;
  /** The token to select, within `span`. */
  readonly token: Span;
  readonly children: readonly OutlineSymbol[];
}

/**
 * Outline of a document: definitions with their containers and volumes, services and runs with what they use of them. What a template
 * fills in is shown as it is written.
 */
export function symbols({ definitions, requests, document }: Snapshot): readonly OutlineSymbol[] {
  const text = document.getText();
  const shown = (field: Field<string | number>) => written(field, text);
  const own = definitions.map(({ task }) => {
    const containers = task.containerDefinitions.items.map((container) => {
      const ports = container.portMappings.items.map((port) => {
        const number = shown(port.containerPort) || shown(port.containerPortRange) || '?';
        return row('port', port, shown(port.name) || number, shown(port.protocol) || 'tcp');
      });
      return row('container', container, shown(container.name) || 'container', shown(container.image), ports);
    });
    const volumes = task.volumes.items.map((volume) => row('volume', volume, shown(volume.name) || 'volume', 'volume'));
    const name = task.family.literal || resourceKey(task.at.anchor)?.value || shown(task.family) || 'task definition';
    const launchTypes = task.requiresCompatibilities.items.map(shown).filter(Boolean).join(', ');
    return row('definition', { at: task.at, name: task.family }, name, launchTypes, [...containers, ...volumes]);
  });
  const asked = requests.map((request) => requestRow(request, shown));
  return [...own, ...asked].toSorted((a, b) => a.span.offset - b.span.offset);
}

function requestRow({ schema, input }: Request, shown: (field: Field<string | number>) => string): OutlineSymbol {
  const kind = schema === 'service' ? 'service' : 'run';
  const balancers = input.loadBalancers.items.map(({ at, containerName, containerPort }) => {
    const target = [containerName, containerPort].map(shown).filter(Boolean).join(':');
    return row('port', { at, name: containerName }, target || 'load balancer', 'load balancer');
  });
  const connected = input.serviceConnectConfiguration.services.items.map(({ at, portName }) =>
    row('port', { at, name: portName }, shown(portName) || 'port', 'Service Connect'),
  );
  const volumes = input.volumeConfigurations.items.map(({ at, name }) =>
    row('volume', { at, name }, shown(name) || 'volume', 'volume'),
  );
  const overrides = input.overrides.containerOverrides.items.map(({ at, name }) =>
    row('container', { at, name }, shown(name) || 'container', 'overrides'),
  );
  const stated = [input.serviceName, input.service].find(({ present }) => present);
  const id = resourceKey(input.at.anchor)?.value;
  const definition = shown(input.taskDefinition);
  const name = (stated && shown(stated)) || id || definition || kind;
  const detail = [name === definition ? '' : definition, shown(input.launchType)];
  const named = stated ?? (id === undefined ? input.taskDefinition : input.serviceName);
  return row(kind, { at: input.at, name: named }, name, detail.filter(Boolean).join(' · '), [
    ...balancers,
    ...connected,
    ...volumes,
    ...overrides,
  ]);
}

function row(
  kind: SymbolKind,
  { at, name: place }: { readonly at: Place; readonly name: Place },
  name: string,
  detail: string,
  children: readonly OutlineSymbol[] = [],
): OutlineSymbol {
  const token = place.node ? spanOf(place.node) : tokenOf(at.anchor);
  const span = spanOf(at.anchor);
  const inside = token.offset >= span.offset && token.end <= span.end;
  return { kind, name, detail, span, token: inside ? token : { offset: span.offset, end: span.offset }, children };
}

/** A known value, else what is written for it: a placeholder, or a function of CloudFormation in one line. */
function written({ literal, node, unresolved }: Field<string | number>, text: string): string {
  if (literal !== undefined || !node || !unresolved) return String(literal ?? '');
  const { offset, end } = insideQuotes(text, spanOf(node));
  const own = text.slice(offset, end);
  return own.includes('\n') ? '' : own;
}
