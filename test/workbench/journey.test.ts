import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'jsonc-parser';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFile, pick, quickInputTitle, runCommand } from '../support/workbench/browser';
import { type Ground, openGround } from './harness';

let ground: Ground;
let page: Page;
beforeAll(async () => {
  ground = await openGround();
  page = await ground.openPage();
});
afterAll(() => ground?.stop());

const editor = () => page.locator('.monaco-editor[data-uri]').first();
const lines = () => editor().locator('.view-lines');
const shows = async (text: string) =>
  expect
    .poll(async () => (await lines().textContent())?.replaceAll('\u00a0', ' '), { timeout: 15_000 })
    .toContain(text);

it('a sick file is underlined, and the light bulb mends it', async () => {
  await openFile(page, 'sick.task-definition.json');
  await editor().locator('.squiggly-error').first().waitFor();
  await editor().locator('.squiggly-warning').first().waitFor();
  await ground.screenshot(page, '1-sick-file');

  await lines().getByText('"portMapping"').click();
  await page.keyboard.press('ControlOrMeta+.');
  const fix = page.locator('.action-widget').getByText("Rename to 'portMappings'").first();
  await fix.waitFor();
  await ground.screenshot(page, '2-quick-fix');
  await fix.click();
  await shows('"portMappings"');
});

it('a completion is offered while typing, and accepted', async () => {
  await lines().getByText('"portMappings"').click();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('"ess');
  const widget = page.locator('.suggest-widget.visible');
  await widget.getByText('essential').first().waitFor();
  await ground.screenshot(page, '3-completion');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await ground.screenshot(page, '4-completed');
  await shows('"essential": false,');
});

it('hovering explains a property', async () => {
  await lines().getByText('"dependsOn"').hover();
  const hover = page.locator('.monaco-hover').filter({ visible: true }).getByText('API Reference').first();
  await hover.waitFor();
  await ground.screenshot(page, '5-hover');
  await page.keyboard.press('Escape');
});

it('a file with errors is not run', async () => {
  await page
    .getByRole('button', { name: 'ECS: Register and Run Task' })
    .or(page.getByRole('button', { name: 'Register and Run Task' }))
    .first()
    .click();
  const message = page.locator('.notification-toast').getByText(/errors?\. Mend/);
  await message.waitFor();
  await ground.screenshot(page, '6-refused');
  await page.keyboard.press('Escape');
});

it('the run button asks where, shows the plan, and follows the task to RUNNING', async () => {
  await openFile(page, 'web.task-definition.json');
  const button = page.getByRole('button', { name: /Register and Run Task/ }).first();
  await button.click();
  await pick(page, 'storefront');
  await expect.poll(() => quickInputTitle(page), { timeout: 20_000 }).toMatch(/sample-web/);
  await ground.screenshot(page, '7-picker');
  await pick(page, 'subnet-');
  await page.keyboard.press('Enter');
  await pick(page, 'default');
  await page.keyboard.press('Enter');
  await pick(page, 'Yes');
  await pick(page, '1 task');
  await page.locator('.quick-input-widget').getByText('The name of the target').waitFor();
  await ground.screenshot(page, '7-target-name');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('ecs:RunTask').waitFor();
  await ground.screenshot(page, '8-plan');
  await dialog.getByRole('button', { name: 'Register and Run' }).click();
  const done = page.locator('.notification-toast').getByText(/sample-web:1 is running/);
  await done.waitFor({ timeout: 60_000 });
  await ground.screenshot(page, '9-running');
});

it('the task is in the tree', async () => {
  await page.locator('.notification-toast').getByRole('button', { name: 'Show in Clusters' }).click();
  const row = page.getByRole('treeitem', { name: /sample-web/ }).first();
  await row.waitFor({ timeout: 30_000 });
  expect(await row.getAttribute('aria-label')).toMatch(/running/i);
  await ground.screenshot(page, '10-clusters');
});

it('the second time it is one click above the definition, and one answer', async () => {
  const lens = page.locator('.codelens-decoration').getByText('Run sample-web-storefront').first();
  await lens.waitFor();
  await page.locator('.statusbar-item').getByText('sample-web-storefront').waitFor();
  await ground.screenshot(page, '9-target');
  await lens.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Will call: ecs:RunTask').waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
});

it('another target, of a service, stands beside the first one in the settings, comments kept', async () => {
  const settings = join(ground.folder, '.vscode', 'settings.json');
  const text = await readFile(settings, 'utf8');
  await writeFile(settings, text.replace('"sample-web-storefront"', '// for a try\n        "sample-web-storefront"'));
  await page.keyboard.press('Control+1');
  await runCommand(page, 'ECS: New Target…');
  await pick(page, 'Deploy to a service');
  await pick(page, 'storefront');
  await pick(page, 'web');
  await page.locator('.quick-input-widget').getByText('The name of the target').waitFor();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/Will call: .*ecs:UpdateService/).waitFor();
  await ground.screenshot(page, '9-service-plan');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.locator('.codelens-decoration').getByText('Deploy to storefront/web').first().waitFor();
  const written = await readFile(settings, 'utf8');
  expect(written).toContain('// for a try');
  expect(Object.keys(parse(written)['taskdef.targets'])).toEqual(['sample-web-storefront', 'web-storefront']);
});
