import { reasonOf } from '../files/walk';
import { applyChanges, type Service } from '../service';
import type { Io } from './io';
import type { FileResult } from './result';

/** Writes the safe fixes of a file back to it; resolves to what is left, or to the reason why it could not be written. */
export async function fixFile(
  service: Service,
  result: FileResult,
  io: Io,
): Promise<FileResult | { readonly error: string }> {
  const { file, snapshot } = result;
  const text = snapshot.document.getText();
  const fixed = applyChanges(text, await service.fixAll(snapshot));
  if (fixed === text) return result;
  try {
    await io.replaceFile(file, text, fixed);
  } catch (error) {
    return { error: `not fixed: ${reasonOf(error)}` };
  }
  const after = service.open(snapshot.uri, fixed, snapshot.claims);
  return { file, snapshot: after, problems: await service.diagnose(after) };
}
