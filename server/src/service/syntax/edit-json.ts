import type { ASTNode, PropertyASTNode } from './ast';
import { type BracketSyntax, printBrackets, type TextChange } from './edit-brackets';
import type { Plan } from './edit-plan';
import { type Json, layoutOf, printInline, printValue } from './print';
import { skipTrivia } from './trivia';

/** Prints edits for JSON in the layout that surrounds them; what they do not touch keeps its bytes, comments included. */
export function printJsonEdits(
  text: string,
  { renames, replacements, fills, collections }: Plan,
): readonly TextChange[] {
  const syntax: BracketSyntax = {
    skip: skipTrivia,
    restOfLine: /^[ \t]*(?:\/\/.*)?$/,
    key: (name) => JSON.stringify(name),
    inline: printInline,
    lines: (value, margin) => printValue(text, 0, value, margin),
    layout: (offset) => layoutOf(text, offset),
  };
  return [
    ...renames.map(({ key: { offset, length }, name }) => ({ offset, length, text: JSON.stringify(name) })),
    ...[...replacements].map(([node, value]) => replacement(text, node, value)),
    ...[...fills].map(([property, value]) => filling(property, value)),
    ...collections.flatMap((edits) => printBrackets(text, edits, syntax)),
  ];
}

function replacement(text: string, { offset, length }: ASTNode, value: Json): TextChange {
  const inline = !text.slice(offset, offset + length).includes('\n');
  return { offset, length, text: inline ? printInline(value) : printValue(text, offset, value) };
}

/** Gives a key its value. */
function filling({ keyNode, colonOffset = -1 }: PropertyASTNode, value: Json): TextChange {
  if (colonOffset >= 0) return { offset: colonOffset + 1, length: 0, text: ` ${printInline(value)}` };
  return { offset: keyNode.offset + keyNode.length, length: 0, text: `: ${printInline(value)}` };
}
