import { parseImage } from '../model/container';
import type { Place } from '../model/field';
import { cpuUnits, memoryMiB } from '../model/size';
import type { TaskDefinition } from '../model/task-definition';
import type { Span } from '../problem';
import type { Definition, Snapshot } from '../snapshot';
import { hasPlaceholder } from '../syntax/placeholder';
import { effectiveHostPort } from './hover-value-port';
import { gib, vcpu } from './hover-value-size';

/** What a hint tells: a size in other units, the host port that holds, or the default of a member that is missing. */
export type InlayHintKind = 'size' | 'port' | 'default';

export interface InlayHint {
  /** The hint stands before the character at this offset. */
  readonly offset: number;
  readonly label: string;
  readonly kind: InlayHintKind;
  readonly tooltip?: string;
}

/** Hints within a span, in the order of the text. */
export function inlayHints(snapshot: Snapshot, span: Span): readonly InlayHint[] {
  const text = snapshot.document.getText();
  const hints = snapshot.definitions
    .filter(({ node }) => node.offset <= span.end && span.offset <= node.offset + node.length)
    .flatMap((definition) => [...sizes(definition.task), ...ports(definition.task), ...defaults(definition, text)])
    .filter(({ offset }) => span.offset <= offset && offset <= span.end);
  // What YAML aliases repeat stands in the text once.
  const places = new Map(hints.map((hint) => [`${hint.offset} ${hint.kind}`, hint]));
  return [...places.values()].toSorted((a, b) => a.offset - b.offset);
}

function* sizes(task: TaskDefinition): Generator<InlayHint> {
  yield* size(task.cpu, task.cpuUnits, vcpu, cpuUnits);
  yield* size(task.memory, task.memoryMiB, gib, memoryMiB);
  for (const { cpu, memory, memoryReservation } of task.containerDefinitions.items) {
    yield* size(cpu, cpu.literal, vcpu, cpuUnits);
    yield* size(memory, memory.literal, gib, memoryMiB);
    yield* size(memoryReservation, memoryReservation.literal, gib, memoryMiB);
  }
}

/** A hint behind a plain number; `1 vCPU` and `2 GB` say it themselves. */
function* size(
  place: Place,
  amount: number | undefined,
  print: (amount: number) => string,
  read: (text: string) => number | undefined,
): Generator<InlayHint> {
  const written = place.node?.type === 'string' ? place.node.value.trim() : undefined;
  if (!amount || amount < 0 || (written !== undefined && (!/^\d+$/.test(written) || read(written) === undefined)))
    return;
  yield* behind(place, { label: print(amount), kind: 'size' });
}

function* ports(task: TaskDefinition): Generator<InlayHint> {
  for (const { portMappings } of task.containerDefinitions.items) {
    for (const mapping of portMappings.items) {
      if (mapping.hostPort.present && mapping.hostPort.literal !== 0) continue;
      const port = effectiveHostPort(mapping, task.effectiveNetworkMode);
      if (port === undefined) continue;
      yield* behind(mapping.hostPort.present ? mapping.hostPort : mapping.containerPort, {
        label: port === 'dynamic' ? 'dynamic host port' : `host port ${port}`,
        kind: 'port',
        tooltip:
          port === 'dynamic'
            ? 'Docker picks a free port of the instance when the task starts.'
            : `In ${task.effectiveNetworkMode} mode the host port is the container port.`,
      });
    }
  }
}

function* defaults({ node, task }: Definition, text: string): Generator<InlayHint> {
  const mode = task.effectiveNetworkMode;
  if (mode && !task.networkMode.present && task.containerDefinitions.items.length > 0) {
    const label = `network mode: ${task.isWindows && mode === 'bridge' ? 'default (NAT)' : mode}`;
    const tooltip = 'What holds while networkMode is missing.';
    if (task.family.node) yield* behind(task.family, { label, kind: 'default', tooltip });
    else yield { offset: node.offset + (text[node.offset] === '{' ? 1 : 0), label, kind: 'default', tooltip };
  }
  for (const { image } of task.containerDefinitions.items) {
    if (!image.literal || /\s/.test(image.literal)) continue;
    const { tag, digest } = parseImage(image.literal);
    if (tag === undefined && digest === undefined)
      yield* behind(image, { label: ':latest', kind: 'default', tooltip: 'The tag of an image that names none.' });
  }
  for (const { efsVolumeConfiguration: efs } of task.volumes.items) {
    if (efs.present && !efs.transitEncryption.present && !efs.fileSystemId.unresolved)
      yield* behind(efs.fileSystemId, {
        label: 'not encrypted in transit',
        kind: 'default',
        tooltip: 'transitEncryption is DISABLED when missing.',
      });
  }
}

function* behind({ node }: Place, hint: Omit<InlayHint, 'offset'>): Generator<InlayHint> {
  if (!node || (node.type === 'string' && hasPlaceholder(node.value))) return;
  yield { ...hint, offset: node.offset + node.length };
}
