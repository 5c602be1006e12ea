import type { Snapshot } from '../snapshot';
import type { Completion } from './complete-site';
import { definitionSnippets } from './snippets/definitions';
import { blockLines, printFlow, type Style } from './snippets/print-sketch';
import { escaped, type Sketch } from './snippets/sketch';
import { render, templates } from './templates';

const style: Style = { names: (name) => name, unit: '  ', key: JSON.stringify };
/** Most of a word that is looked back for. */
const maxTyped = 80;

const plainStyle: Style = { ...style, key: String };

/** Whole task definitions for a file with nothing in it, whose name says that it is to be one: the least first. */
export function wholeDefinitions({ document, syntax }: Snapshot, offset: number): readonly Completion[] {
  const print = (value: Sketch) =>
    syntax === 'yaml' ? blockLines(value, [], plainStyle).join('\n') : printFlow(value, [], style);
  const text = document.getText();
  const typed = /[\w-]*$/.exec(text.slice(Math.max(offset - maxTyped, 0), offset))?.[0].length ?? 0;
  const least = definitionSnippets.flatMap(({ label, detail, whole }) => ({ label, detail, insert: print(whole) }));
  const complete = templates.map(({ id, title, detail }) => ({
    label: title,
    detail,
    insert: escaped(render(id, syntax, 'app')),
  }));
  return [...least, ...complete].map(({ label, detail, insert }, index) => ({
    label,
    kind: 'snippet',
    detail,
    insert,
    replace: { offset: offset - typed, end: offset },
    filter: label,
    sort: String(index).padStart(3, '0'),
    deprecated: false,
    path: [],
  }));
}
