import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const good = `{
  "family": "web",
  "containerDefinitions": [{ "name": "app", "image": "nginx:1.27", "memory": 128 }]
}
`;

let folder: string;
const repository = () => join(folder, 'repository');
const run = (command: string, ...args: readonly string[]) =>
  spawnSync(command, args, {
    cwd: repository(),
    encoding: 'utf8',
    env: {
      ...env,
      PRE_COMMIT_HOME: join(folder, 'home'),
      PATH: `${join(root, '.venv', 'bin')}:${env.PATH}`,
      GIT_AUTHOR_NAME: 'Test',
      GIT_AUTHOR_EMAIL: 'test@example.com',
      GIT_COMMITTER_NAME: 'Test',
      GIT_COMMITTER_EMAIL: 'test@example.com',
    },
  });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'taskdef-hook-'));
  spawnSync('git', ['clone', '--quiet', root, join(folder, 'taskdef')]);
  spawnSync('git', ['init', '--quiet', repository()]);
  const revision = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).stdout.trim();
  writeFileSync(
    join(repository(), '.pre-commit-config.yaml'),
    `repos:\n  - repo: ${join(folder, 'taskdef')}\n    rev: ${revision}\n    hooks:\n      - id: taskdef\n`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('refuses a bad definition and passes a good one', () => {
  expect(run('pre-commit', 'install').status).toBe(0);
  writeFileSync(join(repository(), 'web.json'), good.replace('memory', 'memmory'));
  writeFileSync(join(repository(), 'package.json'), '{ "name": "web" }\n');
  run('git', 'add', '.');
  const refused = run('git', 'commit', '--message', 'Bad');
  expect(`${refused.stdout}${refused.stderr}`).toMatch(/web\.json:3:\d+: error: .*memmory.*\[unknown-property\]/);
  expect(refused.status).not.toBe(0);
  writeFileSync(join(repository(), 'web.json'), good);
  run('git', 'add', '.');
  const passed = run('git', 'commit', '--message', 'Good');
  expect(`${passed.stdout}${passed.stderr}`).toMatch(/Amazon ECS task definitions\.+Passed/);
  expect(passed.status).toBe(0);
});
