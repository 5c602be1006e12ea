import type { Place } from '../model/field';
import type { Span } from '../problem';
import type { Snapshot } from '../snapshot';
import { spanOf, tokenOf } from '../syntax/ast';

export type SymbolKind = 'definition' | 'container' | 'volume' | 'port';

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

/** Outline of a document: definitions, their containers with ports, and their volumes. */
export function symbols({ definitions }: Snapshot): readonly OutlineSymbol[] {
  return definitions.map(({ task }) =>
    row(
      'definition',
      task.at,
      task.family,
      logicalId(task.at) ?? 'task definition',
      launchTypes(task.requiresCompatibilities.items),
      [
        ...task.containerDefinitions.items.map((container) =>
          row(
            'container',
            container.at,
            container.name,
            'container',
            container.image.literal ?? '',
            container.portMappings.items.map((port) =>
              row(
                'port',
                port.at,
                port.name,
                `${port.containerPort.literal ?? port.containerPortRange.literal ?? '?'}`,
                port.protocol.literal ?? 'tcp',
              ),
            ),
          ),
        ),
        ...task.volumes.items.map((volume) => row('volume', volume.at, volume.name, 'volume', 'volume')),
      ],
    ),
  );
}

function row(
  kind: SymbolKind,
  at: Place,
  name: Place & { readonly literal: string | undefined },
  fallback: string,
  detail: string,
  children: readonly OutlineSymbol[] = [],
): OutlineSymbol {
  const token = name.node ? spanOf(name.node) : tokenOf(at.anchor);
  const span = spanOf(at.anchor);
  const inside = token.offset >= span.offset && token.end <= span.end;
  return {
    kind,
    name: name.literal || fallback,
    detail,
    span,
    token: inside ? token : { offset: span.offset, end: span.offset },
    children,
  };
}

/** The name of the template's resource whose properties these are. */
function logicalId({ anchor }: Place): string | undefined {
  const resource = anchor.parent?.type === 'property' ? anchor.parent.parent?.parent : undefined;
  return resource?.type === 'property' ? resource.keyNode.value : undefined;
}

function launchTypes(items: readonly { readonly literal: string | undefined }[]): string {
  return items.flatMap(({ literal }) => literal ?? []).join(', ');
}
