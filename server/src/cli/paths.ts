import { isAbsolute, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The whole path of a file that the user named, with slashes. */
export function absolute(path: string, cwd: string): string {
  return slashed(resolve(cwd, path));
}

/** The path from a folder to a file below it, with slashes; undefined for a file elsewhere. */
export function below(folder: string, path: string): string | undefined {
  const way = slashed(relative(folder, path));
  return way === '..' || way.startsWith('../') || isAbsolute(way) ? undefined : way;
}

/** A path as a user wants to read it: short where the file is below the current folder. */
export function shown(path: string, cwd: string): string {
  return below(cwd, path) ?? path;
}

export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

/** The path that a `file:` URI or its key means. */
export function pathOf(key: string): string {
  // A key is decoded: what would be taken for an escape or an end is encoded again.
  return slashed(fileURLToPath(key.replaceAll('%', '%25').replaceAll('?', '%3F').replaceAll('#', '%23')));
}

/** Where the commands of a workflow look for files: the checkout, when the command runs in it, else the current folder. */
export function rootOf(cwd: string, env: Readonly<Record<string, string | undefined>>): string {
  const checkout = env.GITHUB_WORKSPACE;
  return checkout && below(checkout, cwd) !== undefined ? checkout : cwd;
}

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
