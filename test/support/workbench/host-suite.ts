import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { type HostTest, readReport } from './host-tests';
import { folderUrl } from './server.mjs';

export interface HostSuite {
  readonly root: string;
  readonly browser: Browser;
  /** As startWorkbench gave it. */
  readonly url: string;
  /** The folder to open, absolute. */
  readonly folder: string;
  /** A TypeScript module that exports `run(): Promise<void>`, relative to the root. */
  readonly entry: string;
  /** The extension under test; the root when absent. */
  readonly extension?: string;
  /** Milliseconds until the suite counts as hanging. */
  readonly timeout?: number;
}

export interface HostSuiteResult {
  /** 0 when `run` resolved, anything else when it rejected. */
  readonly code: number;
  /** What the suite and the workbench around it wrote to the console, one entry a call. */
  readonly lines: readonly string[];
  /** What `runTests` of host-tests.ts reported, in order. */
  readonly tests: readonly HostTest[];
}

/**
 * Runs a suite inside the extension host of a running workbench, as `@vscode/test-electron` would,
 * against the built extension in `dist/`. Rejects when no exit code arrives in time.
 */
export async function runHostSuite(suite: HostSuite): Promise<HostSuiteResult> {
  const { root, url, folder, extension = root, timeout = 120_000 } = suite;
  const tests = await bundle(root, suite.entry);
  const lines: string[] = [];
  const context = await suite.browser.newContext();
  const ended = suiteEnd(lines, timeout);
  try {
    const page = await context.newPage();
    await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
      lines.push(args.map(String).join(' '));
    });
    await page.exposeFunction('codeAutomationExit', ended.exit);
    const remote = `vscode-remote://${new URL(url).host}`;
    await page.goto(
      folderUrl(url, folder, [
        ['extensionDevelopmentPath', `${remote}${extension}`],
        ['extensionTestsPath', `${remote}${tests}`],
        ['skipWelcome', 'true'],
      ]),
    );
    const code = await ended.code;
    return { code, lines, tests: lines.flatMap(readReport) };
  } finally {
    ended.exit(1);
    await context.close();
  }
}

function suiteEnd(lines: readonly string[], timeout: number) {
  let exit = (_code: number): void => undefined;
  const code = new Promise<number>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The suite gave no result in ${timeout / 1000} s. It said:\n${lines.join('\n')}`)),
      timeout,
    );
    exit = (value) => {
      clearTimeout(timer);
      resolve(value);
    };
  });
  return { code, exit };
}

async function bundle(root: string, entry: string): Promise<string> {
  const outdir = join(root, '.vscode-test', 'suites');
  mkdirSync(outdir, { recursive: true });
  const outfile = join(outdir, `${entry.replaceAll(/[/\\]/g, '_').replace(/\.ts$/, '')}.js`);
  await build({
    entryPoints: [join(root, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}
