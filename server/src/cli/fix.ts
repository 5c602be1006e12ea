import { reasonOf } from '../files/walk';
import { applyChanges, type Service, type Snapshot, type Workspace } from '../service';
import type { Opened } from './documents';
import type { Io } from './io';

/** Writes the safe fixes of a file back to it; resolves to the file as it is then, or to the reason why it could not be written. */
export async function fixFile(
  service: Service,
  { path, snapshot, settings }: Opened,
  workspace: Workspace,
  io: Io,
): Promise<Snapshot | { readonly error: string }> {
  const text = snapshot.document.getText();
  const fixed = applyChanges(text, await service.fixAll(snapshot, workspace, settings));
  if (fixed === text) return snapshot;
  try {
    await io.replaceFile(path, text, fixed);
  } catch (error) {
    return { error: `not fixed: ${reasonOf(error)}` };
  }
  return service.open(snapshot.uri, fixed, snapshot.claims);
}
