import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';
import { mapSchema, type SchemaNode } from './schema-node';

const types = 'node_modules/@aws-sdk/client-ecs/dist-types/models';
const copies = 'node_modules/.cache/sdk-types';

/**
 * The schema of one of the SDK's types, its root inlined, made regular: integers are integers, enumerations and maps stand
 * where they are used, definitions are structures. Documentation is still the SDK's HTML.
 */
export async function schemaOfSdkType(type: string): Promise<SchemaNode> {
  await copyTypes();
  const raw = createGenerator({ path: join(copies, 'models_1.d.ts'), type, topRef: false, skipTypeCheck: true });
  // Only through JSON does it lose its members without a value.
  const schema = JSON.parse(JSON.stringify(raw.createSchema(type))) as SchemaNode;
  const whole = mapSchema(schema, (node) => integers(withoutUnknown(node)));
  const inlined = mapSchema(whole, (node) => inline(node, whole.definitions ?? {}));
  return { ...inlined, definitions: pick(inlined.definitions ?? {}, reachable(inlined)) };
}

/**
 * Two things keep the generator from reading the SDK's types: a required member is `x: T | undefined`, which it takes for
 * optional, and an `@` within a sentence, which ends the documentation as a tag.
 */
async function copyTypes(): Promise<void> {
  await mkdir(copies, { recursive: true });
  const files = ['enums.d.ts', 'models_0.d.ts', 'models_1.d.ts'];
  const copy = async (file: string) => {
    const text = await readFile(join(types, file), 'utf8');
    const read = text.replaceAll(' | undefined', '').replace(/(?<=^ +\* [^@\n].*)@/gm, '&#64;');
    await writeFile(join(copies, file), read);
  };
  await Promise.all(files.map(copy));
}

/** All of the service's numbers are whole; TypeScript cannot say so. */
const integers = (node: SchemaNode): SchemaNode => (node.type === 'number' ? { ...node, type: 'integer' } : node);

/** A union of the SDK always has one more branch, for what a newer service may answer. */
function withoutUnknown(node: SchemaNode): SchemaNode {
  if (!node.anyOf) return node;
  const { anyOf, ...rest } = node;
  const known = anyOf.filter(({ $ref = '' }) => !nameOf($ref).endsWith('.$UnknownMember'));
  return known[0] && known.length === 1 ? { ...known[0], ...rest } : { ...rest, anyOf: known };
}

/** What a reference names goes in its place, unless it is a structure of the service. */
function inline(node: SchemaNode, definitions: Readonly<Record<string, SchemaNode>>): SchemaNode {
  if (node.const !== undefined) {
    const { const: only, ...rest } = node;
    return { ...rest, enum: [only] };
  }
  if (node.$ref === undefined) return node;
  const { $ref, ...beside } = node;
  const name = nameOf($ref);
  const target = definitions[name];
  if (!target) throw new Error(`The type ${name} has no definition.`);
  const whole = inline(target, definitions);
  if (whole.properties && !name.includes('.')) return { $ref: `#/definitions/${name}`, ...beside };
  return { ...whole, ...beside };
}

const nameOf = (ref: string): string => decodeURIComponent(ref.replace('#/definitions/', ''));

function reachable(root: SchemaNode): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (from: SchemaNode) =>
    mapSchema(from, (node) => {
      const name = node.$ref && nameOf(node.$ref);
      if (name && !names.has(name)) {
        names.add(name);
        visit(root.definitions?.[name] ?? {});
      }
      return node;
    });
  const { definitions: _, ...own } = root;
  visit(own);
  return names;
}

function pick(definitions: Readonly<Record<string, SchemaNode>>, names: ReadonlySet<string>) {
  return Object.fromEntries(Object.entries(definitions).filter(([name]) => names.has(name)));
}
