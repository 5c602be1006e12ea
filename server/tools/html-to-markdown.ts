import { NodeHtmlMarkdown } from 'node-html-markdown';

/** The SDK's documentation (HTML on one line, braces escaped for TSDoc) as Markdown that shows well in an editor's hover. */
export function htmlToMarkdown(html: string): string {
  const source = html
    .replace(/\\([{}])/g, '$1')
    // Markdown has no emphasis within code.
    .replace(/<code>\s*(.*?)\s*<\/code>/g, (_, code: string) => code && `<code>${code.replace(/<[^>]+>/g, '')}</code>`);
  return (
    converter
      .translate(source)
      .replace(/^ (?=\S)|[^\S\n]+$/gm, '')
      .replace(/^(> *)\n(?:> *\n)+/gm, '>\n')
      .replace(/\n{3,}/g, '\n\n')
      // The library escapes more than needs be: no dash or dot within a line begins a list.
      .replace(/(?<=[A-Za-z`)].*)\\([-.])/g, '$1')
      .replaceAll('%5F', '_')
      .replaceAll('](http://aws.amazon.com', '](https://aws.amazon.com')
      .trim()
  );
}

/** The first sentence of a Markdown text of htmlToMarkdown, as plain text on one line. */
export function firstSentence(markdown: string): string {
  const paragraphs = markdown.split('\n\n');
  const opening = paragraphs.find((paragraph) => !paragraph.startsWith('>')) ?? paragraphs[0] ?? '';
  const text = toPlainText(opening);
  return /^.*?[.!?](?=\s+["(A-Z]|$)/.exec(text)?.[0] ?? text.replace(/:$/, '.');
}

const toPlainText = (markdown: string): string =>
  markdown
    .replace(/^> ?/gm, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(?<!\\)(\*\*|_|`)/g, '')
    .replace(/\\([\\`*_~[\]<>#+.=-])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();

const admonition = (title: string) => ({
  surroundingNewlines: 2,
  postprocess: ({ content }: { readonly content: string }) =>
    `**${title}**\n\n${content.trim()}`.replace(/^/gm, '> ').replace(/\s+$/gm, ''),
});

const converter = new NodeHtmlMarkdown(
  {
    bulletMarker: '-',
    maxConsecutiveNewlines: 2,
    useInlineLinks: false,
    blockElements: ['NOTE', 'IMPORTANT'],
    // The library leaves what an entity became as it is; a renderer would take `<name>` for a tag.
    globalEscape: [/[\\`*_~[\]<]/g, '\\$&'],
  },
  {
    note: admonition('Note'),
    important: admonition('Important'),
    dt: {
      surroundingNewlines: 2,
      noEscape: true,
      postprocess: ({ content }) => `**\`${content.trim().replaceAll('`', '')}\`**`,
    },
    // All of an item is indented below its marker, or its later paragraphs would leave the list.
    li: ({ listKind, listItemNumber }) => {
      const marker = listKind === 'OL' ? `${listItemNumber ?? 1}. ` : '- ';
      return {
        surroundingNewlines: 1,
        postprocess: ({ content }) => marker + content.trim().replace(/\n(?=[^\n])/g, `\n${' '.repeat(marker.length)}`),
      };
    },
    dd: { surroundingNewlines: 2 },
  },
);
