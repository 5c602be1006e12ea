import { TextDocument } from 'vscode-json-languageservice';
import { TextDocuments } from 'vscode-languageserver';
import type { Service, Snapshot } from '../service';

/** The open documents; the library makes and keeps the snapshots, one a version. */
export function createDocuments(service: Service): TextDocuments<Snapshot> {
  return new TextDocuments<Snapshot>({
    create: (uri, languageId, version, text) => service.snapshot(TextDocument.create(uri, languageId, version, text)),
    update(before, changes, version) {
      // The library edits a document in place; the snapshot before keeps its own.
      const { uri, document } = before;
      const copy = TextDocument.create(uri, document.languageId, before.version, document.getText());
      return service.snapshot(TextDocument.update(copy, changes, version), { previous: before });
    },
  });
}
