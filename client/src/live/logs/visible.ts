/**
 * Text of a stranger as a terminal or editor may show it: nothing in it takes effect. Colours are left out; every other
 * control character, what turns the direction of text, and what is invisible is written in a visible form. Tabs stay, and
 * so do the joiners that some scripts and emoji are written with.
 */
export function visible(text: string): string {
  return text.replace(COLOUR, '').replace(UNSAFE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    if (code === 0x7f) return '␡';
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

/** The lines of a log event; an end of line at its end makes no line of its own. */
export function linesOf(message: string): readonly string[] {
  return message
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map(visible);
}

// Select Graphic Rendition alone: ESC [ numbers m.
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for.
const COLOUR = /\u001b\[[\d;:]*m/g;

// Controls but for tab, formats but for the two joiners, separators of lines and paragraphs, halves of surrogates.
const UNSAFE = /(?![\t\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
