import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'taskdef-matcher-'));
  await build({
    entryPoints: { cli: 'client/src/cli/main.ts' },
    outdir: folder,
    bundle: true,
    platform: 'node',
    external: ['./aws.js'],
    mainFields: ['module', 'main'],
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

it('what the command prints is what the problem matcher reads, and nothing else is', () => {
  const file = join(folder, 'my web.json');
  writeFileSync(
    file,
    '{\n  "family": "web",\n  "containerDefinitions": [{ "name": "app", "image": "a:1", "memmory": 1 }]\n}\n',
  );
  const lint = (...options: readonly string[]) =>
    spawnSync(execPath, [join(folder, 'cli.js'), 'lint', ...options, '--', file], { encoding: 'utf8' }).stdout;
  const [matcher] = JSON.parse(readFileSync('package.json', 'utf8')).contributes.problemMatchers;
  const pattern = new RegExp(matcher.pattern.regexp);
  const matched = lint()
    .split('\n')
    .flatMap((line) => pattern.exec(line)?.slice(1) ?? []);
  const told = JSON.parse(lint('--format', 'json')).results[0].diagnostics;
  expect(told.length).toBeGreaterThan(1);
  expect(matched).toEqual(
    told.flatMap(({ range: { start }, severity, message, rule }: Diagnostic) => [
      file,
      String(start.line + 1),
      String(start.character + 1),
      severity,
      message,
      rule,
    ]),
  );
});

interface Diagnostic {
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
  readonly severity: string;
  readonly message: string;
  readonly rule: string;
}
