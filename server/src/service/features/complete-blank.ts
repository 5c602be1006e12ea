import { requestNamed } from '../model/locate-request';
import { type SchemaName, schemaOf } from '../schema/schemas';
import type { Snapshot } from '../snapshot';
import type { Workspace } from './companions';
import { neighbour } from './complete-request';
import type { Completion } from './complete-site';
import { definitionSnippets } from './snippets/definitions';
import { blockLines, printFlow, type Style } from './snippets/print-sketch';
import { escaped, type Sketch } from './snippets/sketch';
import { wholeRequests } from './snippets/whole-requests';
import { render, templates } from './templates';

const style: Style = { names: (name) => name, unit: '  ', key: JSON.stringify };
/** Most of a word that is looked back for. */
const maxTyped = 80;

const plainStyle: Style = { ...style, key: String };

/** Whole task definitions or requests for a file with nothing in it, by what its name says that it is to be: the least first. */
export function wholes(snapshot: Snapshot, offset: number, workspace: Workspace): readonly Completion[] {
  const { document, syntax, uri } = snapshot;
  const print = (value: Sketch) =>
    syntax === 'yaml' ? blockLines(value, [], plainStyle).join('\n') : printFlow(value, [], style);
  const text = document.getText();
  const typed = /[\w-]*$/.exec(text.slice(Math.max(offset - maxTyped, 0), offset))?.[0].length ?? 0;
  const action = requestNamed(uri);
  const schema: SchemaName = action ? schemaOf(action) : 'task-definition';
  const items =
    schema === 'task-definition'
      ? [
          ...definitionSnippets.map(({ whole, ...it }) => ({ ...it, insert: print(whole) })),
          ...templates.map(({ id, title, detail }) => ({
            label: title,
            detail,
            insert: escaped(render(id, syntax, 'app')),
          })),
        ]
      : wholeRequests
          .filter((it) => it.schema === schema)
          .map(({ make, ...it }) => ({ ...it, insert: print(make(neighbour(snapshot, workspace)?.task)) }));
  return items.map(({ label, detail, insert }, index) => ({
    label,
    kind: 'snippet',
    detail,
    insert,
    replace: { offset: offset - typed, end: offset },
    filter: label,
    sort: String(index).padStart(3, '0'),
    deprecated: false,
    schema,
    path: [],
  }));
}
