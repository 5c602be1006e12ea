import type { Connection } from 'vscode-languageserver';
import type { Snapshot, Workspace } from '../service';
import { toRange } from './convert';
import type { createGuard } from './guard';
import { type FamilyFile, type FamilyFilesParams, familyFilesRequest } from './protocol';

/** Registers the request for the files of a family, open or on disk. */
export function registerFamilyFiles(
  connection: Connection,
  read: () => Promise<Workspace>,
  guard: ReturnType<typeof createGuard>,
): void {
  connection.onRequest(
    familyFilesRequest,
    guard<FamilyFilesParams, readonly FamilyFile[]>('files of a family', [], async ({ family }) => {
      const { snapshots } = await read();
      return snapshots.flatMap((snapshot) => definitionsOf(snapshot, family));
    }),
  );
}

function definitionsOf(snapshot: Snapshot, family: string): readonly FamilyFile[] {
  return snapshot.definitions.flatMap(({ shape, node, task }, index) => {
    if (task.family.literal !== family) return [];
    const range = toRange(snapshot, { offset: node.offset, end: node.offset + node.length });
    return [{ uri: snapshot.uri, index, shape, range }];
  });
}
