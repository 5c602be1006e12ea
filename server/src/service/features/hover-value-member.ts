import { valueSupport } from '../data/launch-type-matrix';
import { logOptionsOf } from '../data/log-options';
import { valueMeanings } from '../data/value-meanings';
import type { Path } from '../syntax/ast';
import type { Value } from './hover-value';
import { code } from './markdown';
import { supportTable } from './support-table';

/** A value of a set, in a sentence, with the launch types that take it. */
export function meaning({ text, shape, task }: Value): string | undefined {
  const values = Object.hasOwn(valueMeanings, shape) ? valueMeanings[shape] : undefined;
  const sentence = values && Object.hasOwn(values, text) ? values[text] : undefined;
  if (sentence === undefined) return undefined;
  const support = valueSupport.get(`${shape.split('.').at(-1)}=${text}`);
  return [`**${text}** · ${sentence}`, ...(support ? [supportTable(support, task)] : [])].join('\n\n');
}

/** An option of the container's log driver: its key or its value. */
export function logOption({ text, path, container }: Value): string | undefined {
  const driver = container?.logConfiguration.logDriver.literal;
  const [, , member, inner, name] = path;
  return member === 'logConfiguration' && inner === 'options' ? optionOf(driver, name, text) : undefined;
}

/** What a name means among the options of a log driver, and what its value does, if that is known. */
export function optionOf(driver: string | undefined, name: Path[number] | undefined, value = ''): string | undefined {
  if (driver === undefined || typeof name !== 'string') return undefined;
  const { options, source } = logOptionsOf(driver);
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (!option) return undefined;
  const { text, required, values, known = {}, default: preset } = option;
  const limits = [
    required && `Required ${required}.`,
    values && `One of ${values.map(code).join(', ')}.`,
    preset && `Default: ${preset}.`,
  ].filter(Boolean);
  return [
    `**${name}** · option of ${code(driver)}`,
    text,
    ...(Object.hasOwn(known, value) ? [`${code(value)}: ${known[value]}`] : []),
    ...(limits.length > 0 ? [limits.join(' ')] : []),
    `[Options of the driver](${source})`,
  ].join('\n\n');
}

/** When a container that depends on another starts. */
export function dependency({ path, container }: Value): string | undefined {
  const edge = container?.dependsOn.items[Number(path[3])];
  const condition = edge?.condition.literal;
  const on = edge?.containerName.literal;
  const when = condition === undefined || on === undefined ? undefined : starts(condition, code(on));
  if (when === undefined) return undefined;
  const name = container?.name.literal;
  return `**${condition}** · ${name ? code(name) : 'This container'} starts ${when}`;
}

function starts(condition: string, on: string): string | undefined {
  switch (condition) {
    case 'START':
      return `once ${on} has started; whether that one is ready is not waited for.`;
    case 'COMPLETE':
      return `once ${on} has exited, whatever its exit code. ${on} must not be essential.`;
    case 'SUCCESS':
      return `once ${on} has exited with code 0. ${on} must not be essential.`;
    case 'HEALTHY':
      return `once the health check of ${on} has passed. It counts at the start of the task only.`;
    default:
      return undefined;
  }
}
