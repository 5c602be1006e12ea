// `npm test`: everything that has to hold, in stages, from a fresh clone. Its last line is `N passed, N failed`.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkNode, ensureInstalled, machineNode, main, onProjectNode, root } from './setup.mjs';

await main(async () => {
  checkNode();
  ensureInstalled(console.log);
  const elsewhere = await onProjectNode(fileURLToPath(import.meta.url));
  return elsewhere ?? runStages(stages());
});

/** A stage resolves to its counts; the counts of one that is no test run are 0 passed and 0 or 1 failed. */
function stages() {
  return [
    ['Generated files are up to date', () => node('.config/run.mjs', 'server/tools/generate.ts', '--check')],
    ['Types', () => node('node_modules/typescript/bin/tsc', '-b')],
    [
      'Format, lint and import layers',
      () => node('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'),
    ],
    ['Bundles and package', () => node('.config/package.mjs')],
    ['Package holds no sources and no packages', packageContents],
    ['Core, server, command line and live parts', () => vitest('unit', '--coverage')],
    ['Attacks, timed', () => vitest('attacks')],
    ['Command line on the Node of this machine', cliOnMachineNode],
    ['Hook of pre-commit, and the GitHub action', hooksTests],
    ['Against moto', motoTests],
    ['In the workbench', workbenchTests],
  ];
}

async function runStages(list) {
  const totals = { passed: 0, failed: 0 };
  const summary = [];
  for (const [name, stage] of list) {
    console.log(`\n== ${name}`);
    const start = Date.now();
    const { passed, failed, note } = await attempt(stage);
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    totals.passed += passed;
    totals.failed += failed;
    summary.push(`${failed > 0 ? 'FAILED' : 'ok    '} ${seconds.padStart(6)} s  ${name}${note ? ` (${note})` : ''}`);
  }
  console.log(`\n${summary.join('\n')}\n`);
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
  return totals.failed > 0 ? 1 : 0;
}

/** A stage that throws has failed; the others still run, because most do not depend on it. */
async function attempt(stage) {
  try {
    return await stage();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

async function hooksTests() {
  await prepareMoto();
  return vitest('hooks');
}

async function motoTests() {
  await prepareMoto();
  return vitest('moto');
}

async function workbenchTests() {
  await prepareMoto();
  const { ensureWorkbench, findChromium } = await import('../test/support/workbench/install.mjs');
  findChromium();
  await ensureWorkbench({ root, log: console.log });
  return vitest('workbench');
}

async function prepareMoto() {
  const { ensureVenv } = await import('../test/support/endpoint/index.mjs');
  await ensureVenv({ root, log: console.log });
}

async function packageContents() {
  const { listFiles, PackageManager } = await import('@vscode/vsce');
  const listed = await listFiles({ cwd: root, packageManager: PackageManager.None });
  const allowed =
    /^(dist\/[^/]+\.js|dist\/web\/[^/]+\.js|media\/|syntaxes\/|l10n\/|package(\.nls)?\.json$|[A-Z]+(\.md)?$|language-configuration\.json$|schemas\/config\.schema\.json$)/;
  const stray = listed.filter((file) => !allowed.test(file));
  console.log(
    stray.length > 0 ? `These do not belong into the package:\n${stray.join('\n')}` : `${listed.length} files.`,
  );
  return { passed: 0, failed: stray.length > 0 ? 1 : 0 };
}

/** The bundles promise to run on Node 20.19; the project's own is newer. */
async function cliOnMachineNode() {
  const program = machineNode();
  if (!program) {
    return { passed: 0, failed: 0, note: 'skipped: no other Node on PATH' };
  }
  const listed = status(await execute(program, ['dist/cli.js', 'rules'], 'ignore'));
  return listed.failed > 0 ? listed : attacksOn(program);
}

/** Every attack ten times in one process: a parser that ends the process ends it on some versions of Node only. */
async function attacksOn(program) {
  const { deep, large, slow } = await import('../test/attacks/inputs.ts');
  const folder = mkdtempSync(join(tmpdir(), 'taskdef-attacks-'));
  try {
    const files = [...deep, ...large, ...slow].map(([, text], index) => {
      const file = join(folder, `${index}.task-definition.yaml`);
      writeFileSync(file, text);
      return file;
    });
    const tenTimes = Array.from({ length: 10 }, () => files).flat();
    const started = Date.now();
    const code = await execute(program, ['dist/cli.js', 'lint', '--format', 'json', ...tenTimes], 'ignore');
    const mean = (Date.now() - started) / tenTimes.length;
    // 1: there were findings. Anything else, a signal above all, is no answer.
    const answered = code === 1 && mean < 500;
    return { passed: 0, failed: answered ? 0 : 1, note: `attacks: exit code ${code}, ${mean.toFixed(0)} ms each` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function vitest(project, ...args) {
  const report = join(root, 'node_modules', '.cache', 'taskdef', `${project}.json`);
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const config = ['--config', '.config/vitest.config.mts', '--project', project];
  const code = await execute(process.execPath, [
    'node_modules/vitest/vitest.mjs',
    'run',
    ...config,
    ...reporters,
    ...args,
  ]);
  const { passed, failed, skipped } = existsSync(report) ? counts(JSON.parse(readFileSync(report, 'utf8'))) : counts();
  const tests = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  // A missed coverage threshold or an error outside of any test fails the run and no test.
  return code !== 0 && failed === 0
    ? { passed, failed: 1, note: `${tests}; the run failed` }
    : { passed, failed, note: tests };
}

function counts({ numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, testResults = [] } = {}) {
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length, skipped: numPendingTests };
}

async function node(...args) {
  return status(await execute(process.execPath, args));
}

function status(code) {
  return { passed: 0, failed: code === 0 ? 0 : 1 };
}

function execute(program, args, stdout = 'inherit') {
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', stdout, 'inherit'] });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
