import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ensurePackaged, root } from '../../.config/setup.mjs';
import { endpointEnvironment, seed, startEndpoint } from '../support/endpoint/index.mjs';
import { launchBrowser, openWorkbench, screenshot } from '../support/workbench/browser';
import { type HostSuiteResult, runHostSuite } from '../support/workbench/host-suite';
import { ensureWorkbench } from '../support/workbench/install.mjs';
import { startWorkbench } from '../support/workbench/server.mjs';

export interface GroundOptions {
  /** Added to the variables that lead to the endpoint; `AWS_ENDPOINT_URL` here replaces the seeded endpoint. */
  readonly env?: Readonly<Record<string, string>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** False opens folders in Restricted Mode. */
  readonly trust?: boolean;
  /** What is started and seeded: moto, or what `npm start` takes. */
  readonly endpoint?: 'moto';
  /** For `runSuite`; a person's pages then show no notifications. */
  readonly driver?: boolean;
}

export interface Ground {
  /** Absent when the test brought its own endpoint. */
  readonly endpoint?: { readonly url: string; readonly seeded: Awaited<ReturnType<typeof seed>> };
  /** A copy of test/workspace, open in every page. */
  readonly folder: string;
  /** What the workbench keeps on disk: settings, logs, storage of extensions. */
  readonly dataDir: string;
  /** A window of 1280 × 800 with the folder open; call it again for a second person. */
  openPage(): Promise<Page>;
  /** Runs a suite inside the extension host, against `dist/`. `entry` is relative to the root. */
  runSuite(entry: string): Promise<HostSuiteResult>;
  /** Saves test/pictures/NAME.png. */
  screenshot(page: Page, name: string): Promise<string>;
  stop(): Promise<void>;
}

/** Packs the extension where needed and starts everything a person would have: endpoint, workbench with the VSIX, browser. */
export async function openGround(options: GroundOptions = {}): Promise<Ground> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) {
      await end();
    }
  };
  try {
    return { ...(await start(options, stops)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(options: GroundOptions, stops: (() => Promise<void>)[]): Promise<Omit<Ground, 'stop'>> {
  ensurePackaged();
  await ensureWorkbench({ root });
  const endpoint =
    options.env?.AWS_ENDPOINT_URL === undefined ? await seededEndpoint(options.endpoint, stops) : undefined;
  const folder = copyOfSample(stops);
  const { url, dataDir, stop } = await startWorkbench({
    root,
    vsix: join(root, 'taskdef.vsix'),
    env: { ...endpointEnvironment(endpoint?.url ?? ''), ...options.env },
    settings: options.settings ?? {},
    trust: options.trust ?? true,
    driver: options.driver ?? false,
  });
  stops.push(stop);
  const browser = await launchBrowser();
  stops.push(() => browser.close());
  return {
    ...(endpoint && { endpoint }),
    folder,
    dataDir,
    openPage: () => openPage(browser, url, folder),
    runSuite: (entry) => runHostSuite({ root, browser, url, folder, entry }),
    screenshot: (page, name) => screenshot(page, root, name),
  };
}

async function seededEndpoint(kind: 'moto' | undefined, stops: (() => Promise<void>)[]) {
  const { url, stop } = await startEndpoint({ root, ...(kind ? { kind } : {}) });
  stops.push(stop);
  return { url, seeded: await seed(url) };
}

/** Its name is what the window shows, so it has to read well in a picture. */
function copyOfSample(stops: (() => Promise<void>)[]): string {
  const parent = join(root, '.vscode-test');
  mkdirSync(parent, { recursive: true });
  const temporary = mkdtempSync(join(parent, 'workspace-'));
  stops.push(async () => rmSync(temporary, { recursive: true, force: true }));
  const folder = join(temporary, 'sample');
  cpSync(join(root, 'test', 'workspace'), folder, { recursive: true });
  return folder;
}

async function openPage(browser: Browser, url: string, folder: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await openWorkbench(page, url, folder);
  return page;
}
