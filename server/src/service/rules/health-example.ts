import { example, marked } from './example';

/**
 * A container with a health check, as an example of a rule, with carets below the last of a mark. Lines before the health check begin
 * with a line break and end with a comma.
 */
export function healthExample(members: string, mark?: string, before = ''): string {
  const line = `      "healthCheck": { ${members} },`;
  return example('EC2', '', before + (mark === undefined ? `\n${line}` : marked(line, mark)));
}
