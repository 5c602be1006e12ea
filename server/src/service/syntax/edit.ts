import { type FormattingOptions, findNodeAtLocation, modify, type Node, parseTree } from 'jsonc-parser';
import { type ASTNode, type Path, pathOf, type StringASTNode } from './ast';

/** Plain JSON data. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A change of structure, free of syntax. */
export type Edit =
  | { readonly kind: 'replace'; readonly node: ASTNode; readonly value: Json }
  | { readonly kind: 'member'; readonly object: ASTNode; readonly key: string; readonly value: Json }
  | { readonly kind: 'append'; readonly array: ASTNode; readonly value: Json }
  /** Removes a member (given its value or its key) or an array's item. */
  | { readonly kind: 'remove'; readonly node: ASTNode }
  | { readonly kind: 'rename'; readonly key: StringASTNode; readonly name: string };

/** A replacement of text at UTF-16 offsets of the unchanged document. */
export interface TextChange {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/**
 * Prints structural edits for JSON; what they do not touch keeps its bytes. Undefined when the text is so broken that
 * a path does not lead to the same node in it: then nothing can be edited safely.
 */
export function printEdits(text: string, edits: readonly Edit[]): readonly TextChange[] | undefined {
  const root = parseTree(text, [], { allowTrailingComma: true });
  if (!edits.every((edit) => fits(root, edit))) return undefined;
  return edits.flatMap((edit) => printEdit(text, edit)).toSorted((a, b) => a.offset - b.offset);
}

/** A member can be set in an object only, an item added to an array only: text of the wrong type is not made worse. */
function fits(root: Node | undefined, edit: Edit): boolean {
  switch (edit.kind) {
    case 'rename':
      return true;
    case 'member':
      return edit.object.type === 'object' && leadsTo(root, edit.object);
    case 'append':
      return edit.array.type === 'array' && leadsTo(root, edit.array);
    default:
      return leadsTo(root, edit.node);
  }
}

function leadsTo(root: Node | undefined, node: ASTNode): boolean {
  return root !== undefined && findNodeAtLocation(root, [...pathOf(node)])?.offset === node.offset;
}

function printEdit(text: string, edit: Edit): readonly TextChange[] {
  const options = { formattingOptions: formattingOf(text) };
  switch (edit.kind) {
    case 'rename':
      return [{ offset: edit.key.offset, length: edit.key.length, text: JSON.stringify(edit.name) }];
    case 'replace':
      if (isScalar(edit.value)) {
        return [{ offset: edit.node.offset, length: edit.node.length, text: JSON.stringify(edit.value) }];
      }
      return changes(text, pathOf(edit.node), edit.value, options);
    case 'member':
      return changes(text, [...pathOf(edit.object), edit.key], edit.value, options);
    case 'append': {
      const at = edit.array.children?.length ?? 0;
      return changes(text, [...pathOf(edit.array), at], edit.value, { ...options, isArrayInsertion: true });
    }
    case 'remove':
      return changes(text, pathOf(edit.node), undefined, options);
  }
}

/** Applies changes that do not overlap. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = '';
  let at = 0;
  for (const change of changes.toSorted((a, b) => a.offset - b.offset)) {
    if (change.offset < at) throw new RangeError('overlapping changes');
    result += text.slice(at, change.offset) + change.text;
    at = change.offset + change.length;
  }
  return result + text.slice(at);
}

function changes(
  text: string,
  path: Path,
  value: Json | undefined,
  options: Parameters<typeof modify>[3],
): readonly TextChange[] {
  return modify(text, [...path], value, options).map(({ offset, length, content }) => ({
    offset,
    length,
    text: content,
  }));
}

function isScalar(value: Json): boolean {
  return typeof value !== 'object' || value === null;
}

/** The document's own indentation and line ends, read from its first indented line. */
export function formattingOf(text: string): FormattingOptions {
  const indent = /^(?:\{|\[).*?\r?\n([ \t]+)\S/s.exec(text)?.[1] ?? '  ';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 4 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}
