import type { JSONSchema } from 'vscode-json-languageservice';

/** A schema with what the task definition schema adds to the standard's keywords. */
export interface DocumentedSchema extends JSONSchema {
  /** Page that states the limits. */
  readonly 'x-source'?: string;
}

/** The schema of the value at a path below the task definition; undefined where it knows nothing. */
export type Lookup = (path: readonly (string | number)[]) => DocumentedSchema | undefined;

export function createLookup(schema: DocumentedSchema): Lookup {
  const resolve = (it: DocumentedSchema | boolean | undefined): DocumentedSchema | undefined => {
    if (typeof it !== 'object') return undefined;
    if (it.$ref === undefined) return it;
    const target = it.$ref
      .replace(/^#\//, '')
      .split('/')
      .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], schema);
    // What stands beside the reference (a description, a limit) is about this member and wins.
    return { ...resolve(target as DocumentedSchema | undefined), ...it };
  };
  return (path) => {
    let at = resolve(schema);
    for (const step of path) {
      if (!at) return undefined;
      at = resolve(typeof step === 'number' ? itemsOf(at) : memberOf(at, step));
    }
    return at;
  };
}

/** Names of the members that an object may have there. */
export function membersOf(schema: DocumentedSchema | undefined): readonly string[] {
  return Object.keys(schema?.properties ?? {});
}

function itemsOf({ items }: DocumentedSchema): JSONSchema | boolean | undefined {
  return Array.isArray(items) ? items[0] : items;
}

function memberOf({ properties, additionalProperties }: DocumentedSchema, name: string) {
  const own = properties && Object.hasOwn(properties, name) ? properties[name] : undefined;
  return own ?? additionalProperties;
}
