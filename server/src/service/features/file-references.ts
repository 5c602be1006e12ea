import { type Container, isPrivateEcr, parseImage } from '../model/container';
import type { Field } from '../model/field';
import { baseName, fileKey, folderKey } from '../model/file-uri';
import { parseArn } from '../model/resource-names';
import type { Span } from '../problem';
import type { Snapshot } from '../snapshot';
import { type ASTNode, spanOf } from '../syntax/ast';
import { hasPlaceholder } from '../syntax/placeholder';
import { definitionAt } from './definition-at';

/** A value that means a file of the workspace. */
export interface FileReference {
  readonly origin: Span;
  /** Those of the workspace's files that are meant, by their addresses. */
  find(files: readonly string[]): readonly string[];
}

/** More than these are no answer. */
const mostFiles = 5;

/**
 * The value under an offset that means a file: an environment file or a configuration of FireLens, which the workspace holds under
 * the name it has in S3 or in the container, or an image, which a Dockerfile of the workspace makes.
 */
export function fileReferenceAt(snapshot: Snapshot, offset: number): FileReference | undefined {
  for (const container of definitionAt(snapshot, offset)?.task.containerDefinitions.items ?? []) {
    for (const { node, find } of referencesOf(container, snapshot.uri)) {
      if (node && node.offset <= offset && offset <= node.offset + node.length)
        return {
          origin: spanOf(node),
          find(files) {
            const found = find(files);
            return found.length <= mostFiles ? found : [];
          },
        };
    }
  }
  return undefined;
}

interface Reference {
  readonly node: ASTNode | undefined;
  readonly find: FileReference['find'];
}

function referencesOf(container: Container, uri: string): readonly Reference[] {
  const { environmentFiles, firelensConfiguration, image } = container;
  const stored = [
    ...environmentFiles.items.map(({ value }) => value),
    firelensConfiguration.options.get('config-file-value'),
  ];
  return [
    ...stored.map(({ node }) => ({ node, find: (files: readonly string[]) => named(node, files) })),
    { node: image.node, find: (files) => dockerfiles(image, uri, files) },
  ];
}

/** The files that have the most of a path in common with it, its last part at least. */
function named(node: ASTNode | undefined, files: readonly string[]): readonly string[] {
  const written = node?.type === 'string' ? node.value : '';
  const path = (parseArn(written)?.resource ?? written).split('/').toReversed();
  const [name = ''] = path;
  if (name === '' || hasPlaceholder(name)) return [];
  const same = files.filter((file) => baseName(file) === name);
  const common = same.map((file) => commonSteps(fileKey(file).split('/').toReversed(), path));
  const most = Math.max(...common);
  return same.filter((_, index) => common[index] === most);
}

function commonSteps(a: readonly string[], b: readonly string[]): number {
  const differs = a.findIndex((step, index) => step !== b[index]);
  return differs < 0 ? a.length : differs;
}

/** By the folder's name; what is ours in any case, by being the only one, beside the definition. */
function dockerfiles({ node }: Field<string>, uri: string, files: readonly string[]): readonly string[] {
  const written = node?.type === 'string' ? node.value : '';
  const all = files.filter((file) => baseName(file) === 'Dockerfile');
  const repository = parseImage(written).repository.split('/').at(-1) ?? '';
  const inFolder = hasPlaceholder(repository) ? [] : all.filter((file) => baseName(folderKey(file)) === repository);
  if (inFolder.length > 0) return inFolder;
  const [only] = all;
  const isOurs = isPrivateEcr(written) || hasPlaceholder(written);
  return isOurs && all.length === 1 && only && folderKey(only) === folderKey(uri) ? [only] : [];
}
