import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Step {
  readonly id?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
const steps: readonly Step[] = action.runs.steps;
const lint = steps.find(({ id }) => id === 'lint');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'taskdef-action-'));
  writeFileSync(
    join(folder, 'bad, one.json'),
    '{ "family": "web", "containerDefinitions": [{ "name": "app", "image": "nginx:latest", "memmory": 1 }] }',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The step as a runner would run it, its expressions filled in. */
function check(inputs: Readonly<Record<string, string>>) {
  const filled = Object.entries(lint?.env ?? {}).map(([name, value]) => [
    name,
    value
      .replace('${{ github.action_path }}', root)
      .replace(/\$\{\{ inputs\.([\w-]+) \}\}/, (_, input: string) => inputs[input] ?? action.inputs[input].default),
  ]);
  const output = join(folder, 'output');
  writeFileSync(output, '');
  const { status, stdout } = spawnSync('bash', ['-e', '-c', lint?.run ?? 'exit 9'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...env, ...Object.fromEntries(filled), GITHUB_OUTPUT: output },
  });
  return { status, stdout, output: readFileSync(output, 'utf8') };
}

describe('the action', () => {
  it('annotates the file and fails', () => {
    const { status, stdout } = check({});
    expect(stdout).toMatch(/^::error file=bad%2C one\.json,line=1,.*::.*memmory/m);
    expect(status).toBe(1);
  });

  it('writes SARIF beside it and says where', () => {
    const { status, output } = check({ sarif: 'findings.sarif' });
    expect(status).toBe(1);
    expect(output).toBe('sarif=findings.sarif\n');
    const sarif = JSON.parse(readFileSync(join(folder, 'findings.sarif'), 'utf8'));
    expect(sarif.runs[0].results.length).toBeGreaterThan(0);
  });

  it('takes a configuration, several paths and a limit', () => {
    writeFileSync(join(folder, 'quiet.json'), '{ "rules": { "unknown-property": "off" } }');
    expect(check({ config: 'quiet.json', paths: 'bad, one.json\n*.json\n' }).status).toBe(0);
    expect(check({ config: 'quiet.json', 'max-warnings': '0' }).status).toBe(1);
  });
});
