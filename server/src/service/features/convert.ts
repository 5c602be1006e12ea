import type { Lookup } from '../schema/lookup';
import type { Definition, Snapshot, Syntax } from '../snapshot';
import { jsonOf } from './convert-to-json';
import { yamlOf } from './convert-to-yaml';

/**
 * The whole document in the other syntax, its comments at the matching places; JSON without comments stays plain JSON.
 * Undefined unless the document is one task definition as the API takes it or describes it, or a list of containers, without syntax
 * errors, and sayable in the other syntax. `lookup` tells which bare placeholders of YAML stand for numbers.
 */
export function convert(snapshot: Snapshot, to: Syntax, lookup: Lookup): string | undefined {
  const [definition, ...others] = snapshot.definitions;
  const { tree, document } = snapshot;
  if (snapshot.syntax === to || !tree?.root || !definition || others.length > 0) return undefined;
  // Most of a template is not ours, and tags are what YAML templates are written with.
  if (definition.shape === 'cloudformation') return undefined;
  const source = document.getText();
  const text = to === 'yaml' ? yamlOf(source, tree.text) : jsonOf(source, below(definition.shape, lookup));
  return source.includes('\r\n') ? text?.replaceAll('\n', '\r\n') : text;
}

/** Looks up paths of the document, not of the definition in it. */
function below(shape: Definition['shape'], lookup: Lookup): Lookup {
  if (shape === 'containers') return (path) => lookup(['containerDefinitions', ...path]);
  return shape === 'wrapped' ? (path) => lookup(path.slice(1)) : lookup;
}
