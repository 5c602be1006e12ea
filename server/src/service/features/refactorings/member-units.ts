import type { Span } from '../../problem';
import type { Syntax } from '../../snapshot';
import type { ASTNode, ObjectASTNode, PropertyASTNode } from '../../syntax/ast';
import { columnOf, contentEnd, isBlock, isWithin, skipYamlTrivia } from '../../syntax/layout-yaml';
import { endOfLine, endOfLineBreak, lineStart, skipTrivia } from '../../syntax/trivia';

/** A member with the comments that are about it: what has to move as one. */
export interface Unit {
  readonly name: string;
  /** From the first comment above the member to its end. */
  readonly body: Span;
  /** The comment beside it, after the comma; empty when there is none. */
  readonly after: Span;
  /** True where the comment above may be about the whole document as well: the member cannot move. */
  readonly pinned: boolean;
}

/** The members of an object as they can change places. Undefined where a comment, an alias or a merge key forbids that. */
export function unitsOf(text: string, syntax: Syntax, object: ObjectASTNode): readonly Unit[] | undefined {
  if (!isTree(object)) return undefined;
  return syntax === 'yaml' && isBlock(text, object) ? blockUnits(text, object) : bracketUnits(text, syntax, object);
}

/** False where YAML has an alias or a merge key: an anchor must stay before what refers to it. */
function isTree(node: ASTNode): boolean {
  return (node.children ?? []).every((child) => isWithin(child, node) && isTree(child));
}

function bracketUnits(
  text: string,
  syntax: Syntax,
  { offset, properties }: ObjectASTNode,
): readonly Unit[] | undefined {
  const skip = syntax === 'yaml' ? skipYamlTrivia : skipTrivia;
  const comment = syntax === 'yaml' ? /^[ \t]+#.*$/ : /^[ \t]*(?:\/\/.*|\/\*(?:(?!\*\/).)*\*\/[ \t]*)$/;
  const besideEnd = (from: number) => {
    const end = endOfLine(text, from);
    return comment.test(text.slice(from, end)) ? end : from;
  };
  const units: Unit[] = [];
  // A comment beside the bracket is about the object.
  let at = besideEnd(offset + 1);
  let ownLines = true;
  let hasComments = false;
  for (const property of properties) {
    const start = skipBlank(text, at);
    if (skip(text, start) !== property.offset) return undefined;
    ownLines &&= text.slice(at, start).includes('\n');
    const end = property.offset + property.length;
    const comma = skip(text, end);
    const hasComma = text[comma] === ',';
    // The comma stays where it is: a comment before it would have to pass it.
    if (hasComma && text.slice(end, comma).trim() !== '') return undefined;
    const from = hasComma ? comma + 1 : end;
    const after = { offset: from, end: besideEnd(from) };
    hasComments ||= start < property.offset || after.end > from;
    units.push({ name: property.keyNode.value, body: { offset: start, end }, after, pinned: false });
    at = after.end;
  }
  return hasComments && !ownLines ? undefined : units;
}

function blockUnits(text: string, object: ObjectASTNode): readonly Unit[] | undefined {
  const column = columnOf(text, object.offset);
  const { offset, parent } = object;
  const besideDash = text.slice(lineStart(text, offset), offset).replace('\ufeff', '').trim() !== '';
  const hasKey = !besideDash && parent?.type === 'property';
  const units: Unit[] = [];
  let at = hasKey ? endOfLine(text, parent.keyNode.offset + parent.keyNode.length) : offset;
  for (const property of object.properties) {
    const start = skipBlank(text, at);
    if (skipYamlTrivia(text, start) !== property.offset) return undefined;
    const end = endOfBlock(text, property, column);
    if (end === undefined) return undefined;
    const pinned = units.length === 0 && !hasKey && !besideDash && isBelowComment(text, start);
    units.push({ name: property.keyNode.value, body: { offset: start, end }, after: { offset: end, end }, pinned });
    at = end;
  }
  return units;
}

function isBelowComment(text: string, offset: number): boolean {
  const start = lineStart(text, offset);
  return start > 0 && /^\ufeff?\s*#/.test(text.slice(lineStart(text, start - 1), start));
}

/** With the comment beside the last line, and those below that are indented deeper than the key. */
function endOfBlock(text: string, property: PropertyASTNode, column: number): number | undefined {
  const content = contentEnd(text, property);
  // Blank lines that belong to a block scalar cannot be told from others once they move.
  if (/[|>]\d?\+\d?[ \t]*(?:#.*)?\r?$/m.test(text.slice(property.offset, content))) return undefined;
  let end = endOfLine(text, content);
  if (!/^(?:[ \t]*|[ \t]+#.*)$/.test(text.slice(content, end))) return undefined;
  for (let at = endOfLineBreak(text, end); at < text.length; ) {
    const next = skipBlank(text, at);
    if (text[next] !== '#' || columnOf(text, next) <= column) break;
    end = endOfLine(text, next);
    at = endOfLineBreak(text, end);
  }
  return end;
}

function skipBlank(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  return at;
}
