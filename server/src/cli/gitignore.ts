import ignore, { type Ignore } from 'ignore';
import type { Files } from '../files/files';
import type { Ignored } from '../files/walk';
import { absolute } from './paths';

/** A `.gitignore`, and the folder that it is in. */
interface Layer {
  readonly folder: string;
  readonly rules: Ignore;
}

/**
 * What a walk below a path leaves out: what the `.gitignore` files of its repository say, and the folders of tools. A folder that is
 * ignored and named all the same is walked, by the files in it.
 */
export async function gitIgnored(path: string, cwd: string, files: Files): Promise<Ignored> {
  const start = absolute(path, cwd);
  const outer: Layer[] = [];
  for (const folder of await foldersAbove(start, files)) {
    const rules = await rulesIn(folder, files);
    if (rules) outer.push({ folder, rules });
  }
  return ignoredBy(matches(outer, start, true) ? [] : outer, cwd, files);
}

const toolFolders = /^(?:\.git|\.hg|\.svn|\.terraform|\.aws-sam|\.venv|node_modules)$/;

function ignoredBy(layers: readonly Layer[], cwd: string, files: Files): Ignored {
  const self: Ignored = {
    async within(path, entries) {
      if (!entries.some(({ name }) => name === '.gitignore')) return self;
      const folder = absolute(path, cwd);
      const rules = await rulesIn(folder, files);
      return rules ? ignoredBy([...layers, { folder, rules }], cwd, files) : self;
    },
    has: (path, { name, folder }) =>
      (folder && toolFolders.test(name)) || (layers.length > 0 && matches(layers, absolute(path, cwd), folder)),
  };
  return self;
}

/** The innermost that says anything about a path decides. */
function matches(layers: readonly Layer[], path: string, isFolder: boolean): boolean {
  for (const { folder, rules } of layers.toReversed()) {
    const { ignored, unignored } = rules.test(
      `${path.slice(folder.replace(/\/$/, '').length + 1)}${isFolder ? '/' : ''}`,
    );
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** From the root of the repository to the folder around a path; none outside of a repository. */
async function foldersAbove(path: string, files: Files): Promise<readonly string[]> {
  const above: string[] = [];
  for (let folder = path; ; ) {
    if (await isRepository(folder, files)) return above;
    const end = folder.lastIndexOf('/');
    if (end < 0 || folder === '/') return [];
    folder = folder.slice(0, end) || '/';
    above.unshift(folder);
  }
}

function isRepository(folder: string, files: Files): Promise<boolean> {
  return files.readFolder(`${folder}/.git`).then(
    () => true,
    () => false,
  );
}

/** Undefined where there is none, or none that can be read: more is checked then. */
async function rulesIn(folder: string, files: Files): Promise<Ignore | undefined> {
  try {
    return ignore().add(await files.readFile(`${folder}/.gitignore`));
  } catch {
    return undefined;
  }
}
