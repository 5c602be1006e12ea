/** Text as itself in Markdown: no markup, link or entity in it takes effect, and it stays on one line. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** A heading and a list of what is known; rows without a value are left out. All of it is escaped here. */
export function factSheet(
  heading: string,
  rows: readonly (readonly [name: string, value: string | undefined])[],
): string {
  const lines = rows.flatMap(([name, value]) => (value ? [`- ${escapeMarkdown(name)}: ${escapeMarkdown(value)}`] : []));
  return [`**${escapeMarkdown(heading)}**`, '', ...lines].join('\n');
}
