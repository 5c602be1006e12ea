import { randomBytes } from 'node:crypto';
import { readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';

/**
 * Replaces the text of a file at once: a reader sees all of the old or all of the new. Links and permissions stay. Throws where the
 * file does not hold the text that it was read with: it was changed meanwhile, or is not UTF-8 and would lose bytes.
 */
export async function replaceFile(path: string, before: string, after: string): Promise<void> {
  const target = await realpath(path);
  const [bytes, { mode }] = await Promise.all([readFile(target), stat(target)]);
  if (!bytes.equals(Buffer.from(before))) throw new Error('it changed meanwhile, or is not UTF-8');
  const temporary = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await writeFile(temporary, after, { mode });
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
