import { parse as parseYaml } from 'yaml';
import { applyChanges, type Workspace } from '../../server/src/service';
import { openAt, service } from './service';

/** What the editor proposes at the `|` of a text. */
export function proposals(marked: string, uri?: string, workspace?: Workspace) {
  const { snapshot, offset } = openAt(marked, uri);
  return service.complete(snapshot, offset, workspace);
}

/** The text after accepting a proposal at the `|` as an editor does it, with the tab stops left as they are. */
export function accepted(marked: string, label: string, uri?: string, workspace?: Workspace): string {
  const { text } = openAt(marked, uri);
  const all = proposals(marked, uri, workspace);
  const item = all.find((it) => it.label === label);
  if (!item) throw new Error(`no proposal ${label} among ${all.map((it) => it.label).join(', ')}`);
  const { replace, insert, before } = item;
  const line = text.slice(text.lastIndexOf('\n', replace.offset - 1) + 1, replace.offset);
  // The editor gives further lines the indentation of the first one.
  const indented = insert.replaceAll('\n', `\n${/^[ \t]*/.exec(line)?.[0] ?? ''}`);
  const change = { offset: replace.offset, length: replace.end - replace.offset, text: settled(indented) };
  return applyChanges(text, before ? [before, change] : [change]);
}

/** What remains of a snippet when its tab stops are left as they are. */
function settled(snippet: string): string {
  return snippet.replace(
    /\\([$}\\])|\$\{\d:((?:\\.|[^}])*)\}|\$\d/g,
    (_, plain?: string, preset?: string) => plain ?? (preset ?? '').replace(/\\(.)/g, '$1'),
  );
}

/** The data of a text by the name of its file. */
export function dataIn(text: string, uri: string): unknown {
  return /\.ya?ml$/.test(uri) ? parseYaml(text, { logLevel: 'error' }) : JSON.parse(text);
}
