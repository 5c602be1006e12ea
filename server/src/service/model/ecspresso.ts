import { type ASTNode, memberOf } from '../syntax/ast';
import { hasPlaceholder } from '../syntax/placeholder';
import { baseName, siblingKey } from './file-uri';

/** The files that a configuration of ecspresso joins, by their keys. https://github.com/kayac/ecspresso */
export interface EcspressoConfig {
  readonly service: string;
  readonly task: string;
}

/** True when a file's name is that of ecspresso's configuration. */
export function isEcspressoConfig(uri: string): boolean {
  return /^ecspresso\.(?:ya?ml|json)$/.test(baseName(uri));
}

/** What a configuration says; undefined unless it names both files. */
export function ecspressoConfig(uri: string, root: ASTNode | undefined): EcspressoConfig | undefined {
  const key = (name: string) => {
    const path = memberOf(root, name)?.valueNode;
    return path?.type === 'string' && !hasPlaceholder(path.value) ? siblingKey(uri, path.value) : undefined;
  };
  const service = key('service_definition');
  const task = key('task_definition');
  return service !== undefined && task !== undefined ? { service, task } : undefined;
}
