import { stringify } from 'yaml';
import { ec2Gpu } from '../data/templates/ec2-gpu';
import { ecsAnywhere } from '../data/templates/ecs-anywhere';
import { fargateBatch } from '../data/templates/fargate-batch';
import { fargateWeb } from '../data/templates/fargate-web';
import { fargateWorker } from '../data/templates/fargate-worker';
import type { Template } from '../data/templates/template';
import { windows } from '../data/templates/windows';
import type { Syntax } from '../snapshot';
import type { Json } from '../syntax/print';

/** What a person chooses a template by. */
export interface TemplateInfo {
  /** Also a fitting family. */
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  /** Its `requiresCompatibilities`. */
  readonly requires: readonly string[];
}

const all: readonly Template[] = [fargateWeb, fargateWorker, fargateBatch, ec2Gpu, ecsAnywhere, windows];

/** The task definitions to begin with. */
export const templates: readonly TemplateInfo[] = all.map(({ id, title, detail, definition }) => ({
  id,
  title,
  detail,
  requires: definition.requiresCompatibilities,
}));

/** The text of a template for a family; throws a `RangeError` for an id that is not in `templates`. */
export function render(id: string, syntax: Syntax, family: string): string {
  const template = all.find((one) => one.id === id);
  if (!template) throw new RangeError(`No template ${id}`);
  const definition = withFamily(template.definition, family);
  return syntax === 'yaml' ? printYaml(definition) : `${JSON.stringify(definition, null, 2)}\n`;
}

// Readers of YAML 1.1 take more words for numbers and booleans than those of 1.2; quoted, they are strings to all of them.
function printYaml(definition: Json): string {
  return stringify(definition, { compat: 'yaml-1.1', lineWidth: 0, aliasDuplicateObjects: false });
}

function withFamily(value: Json, family: string): Json {
  if (typeof value === 'string') return value.replaceAll('{family}', () => family);
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map((item) => withFamily(item, family));
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withFamily(member, family)]));
}

// `Array.isArray` does not narrow to a read-only array.
function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
