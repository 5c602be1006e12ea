import { escapeText, isFixable } from '../src/service/features/rule-page';
import type { RuleFile } from './load-rules';

/** The overview of all rules, a table for each topic. */
export function rulesPage(files: readonly RuleFile[]): string {
  const topics = [...new Set(files.map(({ topic }) => topic))].sort();
  const tables = topics.flatMap((topic) => {
    const own = files.filter((file) => file.topic === topic);
    return [
      `## ${heading(topic)}`,
      ['| Rule | Severity | Fix | |', '| --- | --- | --- | --- |', ...own.map(row)].join('\n'),
    ];
  });
  const count = `${files.length} ${files.length === 1 ? 'rule' : 'rules'}, by topic. Each has a page with examples.`;
  return `${['# Rules', count, ...tables].join('\n\n')}\n`;
}

function row({ rule }: RuleFile): string {
  const title = escapeText(rule.title).replaceAll('|', '\\|');
  return `| [${rule.id}](${rule.id}.md) | ${rule.severity}${rule.optIn ? ' (off)' : ''} | ${isFixable(rule) ? 'yes' : ''} | ${title} |`;
}

const heading = (topic: string): string => topic.charAt(0).toUpperCase() + topic.slice(1).replaceAll('-', ' ');
