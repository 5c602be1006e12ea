import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { findChromium } from './install.mjs';
import { folderUrl } from './server.mjs';

/** Starts the machine's own Chromium without a window. Throws when there is none. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Opens a folder in the workbench and waits until a person could start to work. */
export async function openWorkbench(page: Page, url: string, folder: string): Promise<void> {
  await page.goto(folderUrl(url, folder, [['skipWelcome', 'true']]));
  await page.waitForSelector('.monaco-workbench', { timeout: 60_000 });
  // The listed files prove that the remote side is connected.
  await page.getByRole('tab', { name: /^Explorer/ }).waitFor({ timeout: 60_000 });
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
}

/** Runs a command as the palette does; `title` is what the palette shows, with its category. */
export async function runCommand(page: Page, title: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    await page.keyboard.press('F1');
    await typeIntoQuickInput(page, `>${title}`);
    // The palette lists what was possible when it opened; what the window is still finding out comes with the next one.
    const isThere = await rowOf(page, title)
      .waitFor({ timeout: 3_000 })
      .then(
        () => true,
        () => false,
      );
    if (isThere || attempt === 6) return pick(page, title);
    await page.keyboard.press('Escape');
  }
}

/** Chooses from the menu of a row; a click right after the menu has opened goes nowhere. */
export async function chooseFromMenu(page: Page, of: Locator, item: string): Promise<void> {
  await of.click({ button: 'right' });
  await page.getByRole('menuitem', { name: item }).hover();
  await page.keyboard.press('Enter');
}

/** Opens a file by its name through Quick Open and waits for its editor. */
export async function openFile(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+P');
  await typeIntoQuickInput(page, name);
  await pick(page, name);
  await page.locator(`.monaco-editor[data-uri$="${name}"]`).first().waitFor();
  await page.getByRole('tab', { name: new RegExp(`^${literal(name)}`) }).waitFor();
}

/** Chooses the row of the open quick pick whose label begins with the text; waits for it to appear. */
export async function pick(page: Page, label: string): Promise<void> {
  const row = rowOf(page, label);
  await row.waitFor();
  await row.click();
}

/** Types into the open quick input, in place of what is there, without accepting it. */
export async function typeIntoQuickInput(page: Page, text: string): Promise<void> {
  const input = quickInput(page).locator('input[type="text"]').first();
  await input.waitFor();
  await input.fill(text);
}

/** Answers the open input box with a text. */
export async function answer(page: Page, text: string): Promise<void> {
  await typeIntoQuickInput(page, text);
  await page.keyboard.press('Enter');
}

/** The title of the open quick pick or input box, for telling one question from the next. */
export async function quickInputTitle(page: Page): Promise<string> {
  const title = quickInput(page).locator('.quick-input-title');
  await title.waitFor();
  return (await title.textContent())?.trim() ?? '';
}

/** Saves what the window shows as test/pictures/NAME.png, an ignored folder, and gives the path. */
export async function screenshot(page: Page, root: string, name: string): Promise<string> {
  const folder = join(root, 'test', 'pictures');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  // Pickers and toasts fade in.
  await page.waitForTimeout(500);
  await page.screenshot({ path });
  return path;
}

function rowOf(page: Page, label: string): Locator {
  return quickInput(page)
    .getByRole('option')
    .or(quickInput(page).locator('.monaco-list-row'))
    .filter({ has: page.locator('.label-name', { hasText: new RegExp(`^\\s*${literal(label)}`) }) })
    .first();
}

function quickInput(page: Page) {
  return page.locator('.quick-input-widget').filter({ visible: true });
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
