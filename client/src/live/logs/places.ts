import type { Json } from '../change';
import type { Container, Task, Translate } from '../ports';
import { whereLogsAre } from './elsewhere';

/** Where a container of a task writes its log. */
export type LogPlace =
  | {
      readonly kind: 'stream';
      readonly container: string;
      readonly group: string;
      readonly stream: string;
      /** Absent: that of the task. */
      readonly region?: string;
    }
  /** It cannot be read here; the sentence says where it is, and holds no token or password. */
  | {
      readonly kind: 'elsewhere';
      readonly container: string;
      readonly sentence: string;
      /** There will be a stream once the container has started. */
      readonly later?: boolean;
    };

/**
 * The places of all containers of a task, in the order of its definition. The stream of a container is
 * PREFIX/CONTAINER/TASK ID, or, without a prefix, what the container runtime calls the container.
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html
 */
export function logPlaces(task: Task, definition: Json, t: Translate): readonly LogPlace[] {
  return objects(definition.containerDefinitions).map((container) => placeOf(container, task, t));
}

function placeOf(given: Json, task: Task, t: Translate): LogPlace {
  const container = text(given.name) ?? '';
  const { logDriver, options } = object(given.logConfiguration) ?? {};
  const driver = text(logDriver);
  const told = object(options) ?? {};
  const elsewhere = (sentence: string): LogPlace => ({ kind: 'elsewhere', container, sentence });
  if (driver !== 'awslogs') return elsewhere(whereLogsAre({ container, driver, options: told }, task, t));
  const group = text(told['awslogs-group']);
  if (group === undefined) return elsewhere(t('{0} writes to CloudWatch Logs, but names no log group.', container));
  const stream = streamOf(container, text(told['awslogs-stream-prefix']), task);
  if (stream === undefined) {
    const sentence = t(
      '{0} writes to the log group {1} without a stream prefix: its stream has the ID of the container, which ECS does not tell yet.',
      container,
      group,
    );
    return { kind: 'elsewhere', container, sentence, later: true };
  }
  const region = text(told['awslogs-region']);
  return { kind: 'stream', container, group, stream, ...(region === undefined ? {} : { region }) };
}

function streamOf(name: string, prefix: string | undefined, { id, containers }: Task): string | undefined {
  if (prefix !== undefined) return `${prefix}/${name}/${id}`;
  return containers.find((container: Container) => container.name === name)?.runtimeId;
}

function objects(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(object).filter((item) => item !== undefined) : [];
}

function object(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
