import { requestAdvice } from '../data/load-balancing';
import { requestMeanings } from '../data/request-value-meanings';
import { baseName } from '../model/file-uri';
import type { RequestInput } from '../model/request';
import type { TaskDefinition } from '../model/task-definition';
import type { SchemaName } from '../schema/schemas';
import type { Request, Snapshot } from '../snapshot';
import { type ASTNode, keyOf, type Path, pathOf, spanOf } from '../syntax/ast';
import { hasPlaceholder } from '../syntax/placeholder';
import { type DefinitionIn, definitionsFor, type Workspace } from './companions';
import { titleOf } from './complete-support';
import { mappedPorts } from './definition-in-short';
import { balancer, connection, overrides, volume } from './hover-request-parts';
import { type HoverText, shapeOf } from './hover-value';
import { optionOf } from './hover-value-member';
import { arn } from './hover-value-reference';
import { gib, vcpu } from './hover-value-size';
import { code } from './markdown';

/** A scalar in a request, and where it stands. */
export interface RequestValue {
  readonly text: string;
  /** Below the request. */
  readonly path: Path;
  readonly shape: string;
  readonly input: RequestInput;
  /** The task definition that the request is about. */
  readonly task: TaskDefinition | undefined;
}

/** What a value of a request means; of the task definition it is about, in a few words. */
export function hoverRequestValue(
  snapshot: Snapshot,
  request: Request,
  node: ASTNode,
  workspace: Workspace,
): HoverText | undefined {
  if (node.type !== 'string' && node.type !== 'number') return undefined;
  const path = pathOf(node).slice(pathOf(request.node).length);
  const shape = shapeOf(path);
  const text = String(node.value);
  const [linked] = definitionsFor(snapshot, workspace, request.node.offset);
  const value: RequestValue = { text, path, shape, input: request.input, task: linked?.definition.task };
  const markdown =
    node === keyOf(node)
      ? logOption(value)
      : shape === 'taskDefinition' && linked
        ? definitionIn(linked, snapshot, text)
        : explain(value);
  return markdown === undefined ? undefined : { markdown, span: spanOf(node) };
}

/** What is to be said about a member beside what AWS says of it. */
export function adviceAt(schema: SchemaName, path: Path): string | undefined {
  const shape = shapeOf(path);
  return schema !== 'task-definition' && Object.hasOwn(requestAdvice, shape) ? requestAdvice[shape] : undefined;
}

function explain(value: RequestValue): string | undefined {
  if (value.text === '' || hasPlaceholder(value.text)) return undefined;
  const own = Object.hasOwn(byShape, value.shape) ? byShape[value.shape] : undefined;
  return [own?.(value), logOption(value) ?? meaning(value) ?? arn(value)].filter(Boolean).join('\n\n') || undefined;
}

/** An option of the log driver of Service Connect: its key or its value. */
function logOption({ path, shape, input }: RequestValue): string | undefined {
  if (!shape.startsWith('serviceConnectConfiguration.logConfiguration.options.')) return undefined;
  return optionOf(input.serviceConnectConfiguration.logConfiguration.logDriver.literal, path[3]);
}

const byShape: Readonly<Record<string, (value: RequestValue) => string | undefined>> = {
  'loadBalancers.targetGroupArn': balancer,
  'loadBalancers.loadBalancerName': balancer,
  'loadBalancers.containerName': balancer,
  'loadBalancers.containerPort': balancer,
  'serviceConnectConfiguration.services.portName': connection,
  'serviceConnectConfiguration.services.discoveryName': connection,
  'serviceConnectConfiguration.services.clientAliases.port': connection,
  'serviceConnectConfiguration.services.clientAliases.dnsName': connection,
  'volumeConfigurations.name': volume,
  'overrides.containerOverrides.name': overrides,
};

function meaning({ text, shape }: RequestValue): string | undefined {
  const values = Object.hasOwn(requestMeanings, shape) ? requestMeanings[shape] : undefined;
  const sentence = values && Object.hasOwn(values, text) ? values[text] : undefined;
  return sentence && `**${text}** · ${sentence}`;
}

/** A task definition in a sentence, and its containers with their ports. */
function definitionIn({ snapshot, definition: { task } }: DefinitionIn, document: Snapshot, reference: string): string {
  const { family, requiresCompatibilities, effectiveNetworkMode, cpuUnits, memoryMiB, containerDefinitions } = task;
  const facts = [
    requiresCompatibilities.items.flatMap(({ literal }) => (literal ? titleOf(literal) : [])).join(', '),
    effectiveNetworkMode,
    cpuUnits && vcpu(cpuUnits),
    memoryMiB && gib(memoryMiB),
  ].filter(Boolean);
  const place = snapshot === document ? 'in this file' : `in ${code(baseName(snapshot.uri))}`;
  const containers = containerDefinitions.items.map((container) => {
    const ports = mappedPorts(container);
    const parts = [
      code(container.name.literal ?? 'container'),
      container.image.literal && code(container.image.literal),
      ports.length > 0 && `${ports.length > 1 ? 'ports' : 'port'} ${ports.map(code).join(', ')}`,
    ];
    return `- ${parts.filter(Boolean).join(' · ')}`;
  });
  const revision = /:(\d+)$/.exec(reference)?.[1];
  return [
    `**Task definition ${code(family.literal ?? 'without a family')}** ${place}${facts.length > 0 ? ` · ${facts.join(', ')}` : ''}`,
    containers.join('\n'),
    ...(revision ? [`Revision ${revision} is as it was registered: the file may have changed since.`] : []),
  ].join('\n\n');
}
