import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { liveCommands } from '../../client/src/cli/commands';
import type { Terminal } from '../../client/src/cli/terminal';
import { commands } from '../../server/src/cli/cli';
import { exitCodes } from '../../server/src/cli/exit-codes';
import { formats } from '../../server/src/cli/formats/reporter';
import { run } from '../support/cli';

const page = await readFile('docs/cli.md', 'utf8');

it('the page tells of every command, option, format and exit code', () => {
  // What help says of a command is said without a terminal or an account.
  const none = (): never => {
    throw new Error('not needed');
  };
  for (const { name, options } of [...commands, ...liveCommands({} as Terminal, none)]) {
    const [, section = ''] = page.split(`\n## taskdef ${name}\n`);
    expect(section, name).toContain(`taskdef ${name}`);
    const own = section.split('\n## ')[0]?.replaceAll('\\|', '|');
    const common = own?.includes('the options of `taskdef plan`') ? page : own;
    for (const { flag } of options) expect(common, name).toContain(`\`${flag}\``);
  }
  for (const format of formats) expect(page).toContain(`**${format}** is `);
  for (const code of Object.values(exitCodes)) expect(page).toContain(`| ${code} | `);
});

it('its example looks as it says', async () => {
  const text = `{
  "family": "web",
  "requiresCompatibilities": ["EC2"],
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "portMapping": [], "memory": 128 }]
}
`;
  const files = { 'web.json': text, '.taskdef.json': '{ "preset": "api-only" }' };
  for (const format of ['text', 'github'])
    expect(page).toContain(`\`\`\`\n${(await run(files, 'lint', '--format', format, 'web.json')).out}\`\`\``);
  const [, json = ''] = /```json\n([^`]*)```/.exec(page) ?? [];
  expect(JSON.parse(json)).toEqual(JSON.parse((await run(files, 'lint', '--format', 'json', 'web.json')).out));
});
