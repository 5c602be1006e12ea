import type { Container } from '../model/container';
import type { TaskDefinition } from '../model/task-definition';
import type { Span } from '../problem';
import type { Snapshot } from '../snapshot';
import { type ASTNode, keyOf, nodeAt, type Path, pathOf, spanOf } from '../syntax/ast';
import { hasPlaceholder } from '../syntax/placeholder';
import { definitionAt } from './definition-at';
import { dependency, logOption, meaning } from './hover-value-member';
import { portMapping } from './hover-value-port';
import { arn, image, parameterName, secret } from './hover-value-reference';
import { containerCpu, containerMemory, taskCpu, taskMemory } from './hover-value-size';

export interface HoverText {
  readonly markdown: string;
  readonly span: Span;
}

/** A scalar in a task definition, and where it stands. */
export interface Value {
  readonly node: ASTNode;
  readonly text: string;
  /** Below the task definition. */
  readonly path: Path;
  /** The path without indices, joined by dots. */
  readonly shape: string;
  readonly task: TaskDefinition;
  /** The container it stands in. */
  readonly container: Container | undefined;
}

type Explain = (value: Value) => string | undefined;

/** What the value under the offset means; nothing for placeholders and for values that speak for themselves. */
export function hoverValue(snapshot: Snapshot, offset: number): HoverText | undefined {
  const definition = definitionAt(snapshot, offset);
  const node = nodeAt(definition?.node, offset);
  if (!definition || !node || (node.type !== 'string' && node.type !== 'number')) return undefined;
  const text = String(node.value);
  if (text === '' || hasPlaceholder(text)) return undefined;
  const path = pathOf(node).slice(pathOf(definition.node).length);
  const { task } = definition;
  const container = path[0] === 'containerDefinitions' ? task.containerDefinitions.items[Number(path[1])] : undefined;
  const value: Value = { node, text, path, shape: shapeOf(path), task, container };
  const markdown = node === keyOf(node) ? logOption(value) : explain(value);
  return markdown === undefined ? undefined : { markdown, span: spanOf(node) };
}

/** A path without its indices, joined by dots: what the tables of members are looked up by. */
export function shapeOf(path: Path): string {
  return path.filter((step) => typeof step === 'string').join('.');
}

function explain(value: Value): string | undefined {
  const own = Object.hasOwn(byShape, value.shape) ? byShape[value.shape] : undefined;
  return own?.(value) ?? logOption(value) ?? meaning(value) ?? arn(value);
}

const byShape: Readonly<Record<string, Explain>> = {
  cpu: taskCpu,
  memory: taskMemory,
  'containerDefinitions.cpu': containerCpu,
  'containerDefinitions.memory': containerMemory,
  'containerDefinitions.memoryReservation': containerMemory,
  'containerDefinitions.image': image,
  'containerDefinitions.portMappings.name': portMapping,
  'containerDefinitions.portMappings.containerPort': portMapping,
  'containerDefinitions.portMappings.containerPortRange': portMapping,
  'containerDefinitions.portMappings.hostPort': portMapping,
  'containerDefinitions.portMappings.protocol': portMapping,
  'containerDefinitions.dependsOn.condition': dependency,
  'containerDefinitions.dependsOn.containerName': dependency,
  'containerDefinitions.secrets.valueFrom': (value) => secret(value) ?? parameterName(value),
  'containerDefinitions.logConfiguration.secretOptions.valueFrom': (value) => secret(value) ?? parameterName(value),
  'containerDefinitions.repositoryCredentials.credentialsParameter': secret,
  'volumes.fsxWindowsFileServerVolumeConfiguration.authorizationConfig.credentialsParameter': secret,
};
