import { parse } from 'jsonc-parser';
import { stringify } from 'yaml';
import { cloudFormationName } from '../../server/src/service/data/cloudformation-names';

/** Members whose keys are the user's own. */
const free = new Set(['options', 'driverOpts', 'labels', 'dockerLabels']);

/** A JSON text as YAML, without its comments. */
export function toYaml(text: string): string {
  return stringify(parse(text), { aliasDuplicateObjects: false, lineWidth: 0 });
}

/** The same in braces and brackets, every string in quotes. */
export function toFlowYaml(text: string): string {
  return stringify(parse(text), {
    aliasDuplicateObjects: false,
    collectionStyle: 'flow',
    defaultStringType: 'QUOTE_SINGLE',
    defaultKeyType: 'PLAIN',
  });
}

/** A JSON task definition as `describe-task-definition` prints it. */
export function toWrapped(text: string): string {
  return JSON.stringify({ taskDefinition: parse(text), tags: [] }, null, 2);
}

/** The containers of a JSON task definition alone. */
export function toContainers(text: string): string {
  return JSON.stringify(parse(text).containerDefinitions, null, 2);
}

/** A JSON task definition as a CloudFormation template with one resource; `more` goes beside the resources. */
export function toTemplate(text: string, more: object = {}): string {
  const definition: unknown = parse(text);
  return JSON.stringify(
    { ...more, Resources: { Task: { Type: 'AWS::ECS::TaskDefinition', Properties: respelled(definition) } } },
    null,
    2,
  );
}

/** A JSON request as the `AWS::ECS::Service` of a template, with the task definition that it is about. */
export function toServiceTemplate(text: string, definition = '{}'): string {
  const request: { readonly taskDefinition?: string } = parse(text);
  const task: { readonly family?: string } = parse(definition);
  const tasks = { Type: 'AWS::ECS::TaskDefinition', Properties: respelled(task) };
  const isAbout = request.taskDefinition === task.family;
  const properties = { ...(respelled(request) as object), ...(isAbout && { TaskDefinition: { Ref: 'Task' } }) };
  const resources = { Task: tasks, Service: { Type: 'AWS::ECS::Service', Properties: properties } };
  return JSON.stringify({ Resources: resources }, null, 2);
}

/** A value of the API in the spelling of CloudFormation. */
export function respelled(value: unknown, around?: string): unknown {
  if (Array.isArray(value)) return value.map((item) => respelled(item, around));
  if (typeof value !== 'object' || value === null) return value;
  const spell = (name: string) => (around !== undefined && free.has(around) ? name : cloudFormationName(name, around));
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [spell(name), respelled(member, name)]));
}

/** A pointer into a plain definition, or into the wrapped one or the template made of it, in one spelling. */
export function commonPointer(pointer: string): string {
  return pointer
    .replace(/^\/Resources\/(?:Task|Service)\/Properties(?:\/TaskDefinition$)?|^\/taskDefinition(?=\/|$)/, '')
    .toLowerCase()
    .replaceAll('proxyconfigurationproperties', 'properties')
    .replaceAll('placementstrategies', 'placementstrategy');
}
