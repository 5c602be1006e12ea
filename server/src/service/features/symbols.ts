import type { Field, Place } from '../model/field';
import type { Span } from '../problem';
import type { Snapshot } from '../snapshot';
import { spanOf, tokenOf } from '../syntax/ast';
import { insideQuotes } from './inside-quotes';
import { resourceKey } from './resource-key';

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

/** Outline of a document: definitions, their containers with ports, and their volumes. What a template fills in is shown as it is written. */
export function symbols({ definitions, document }: Snapshot): readonly OutlineSymbol[] {
  const text = document.getText();
  const shown = (field: Field<string | number>) => written(field, text);
  return definitions.map(({ task }) => {
    const containers = task.containerDefinitions.items.map((container) => {
      const ports = container.portMappings.items.map((port) => {
        const number = shown(port.containerPort) || shown(port.containerPortRange) || '?';
        return row('port', port, shown(port.name) || number, shown(port.protocol) || 'tcp');
      });
      return row('container', container, shown(container.name) || 'container', shown(container.image), ports);
    });
    const volumes = task.volumes.items.map((volume) => row('volume', volume, shown(volume.name) || 'volume', 'volume'));
    const name = shown(task.family) || resourceKey(task.at.anchor)?.value || 'task definition';
    const launchTypes = task.requiresCompatibilities.items.map(shown).filter(Boolean).join(', ');
    return row('definition', { at: task.at, name: task.family }, name, launchTypes, [...containers, ...volumes]);
  });
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
