import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFile, pick, quickInputTitle, runCommand } from '../support/workbench/browser';
import { editorOf } from './editor';
import { type Ground, openGround } from './harness';

const file = 'sick.template.yaml';

let ground: Ground;
let page: Page;
let at: ReturnType<typeof editorOf>;
beforeAll(async () => {
  // Nothing of this journey needs AWS, so it works before the folder is trusted.
  ground = await openGround({ trust: false });
  page = await ground.openPage();
  at = editorOf(ground, page);
});
afterAll(() => ground?.stop());

it('the mistakes of a template are underlined, and the light bulb mends one in its spelling', async () => {
  await openFile(page, file);
  await at.goTo(file, 'PortMapping:');
  await at.squiggles.first().waitFor();
  await ground.screenshot(page, '26-template');
  expect(await at.editor.locator('.squiggly-error').count()).toBe(2);
  const fix = await at.fix("Rename to 'PortMappings'");
  await ground.screenshot(page, '27-template-quick-fix');
  await fix.click();
  await at.saves(file, '          PortMappings:\n            - ContainerPort: 8443\n');
});

it('a completion is offered in the spelling of CloudFormation, and accepted', async () => {
  await at.goTo(file, 'Essential: true', 'Essential: true'.length);
  await page.keyboard.press('Enter');
  await page.keyboard.type('Readonly');
  await at.suggestion('ReadonlyRootFilesystem').waitFor();
  await ground.screenshot(page, '28-template-completion');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  expect(await at.saves(file)).toMatch(/\n {10}Essential: true\n {10}ReadonlyRootFilesystem: (true|false)\n/);
});

it('hovering explains a property', async () => {
  await at.hover('NetworkMode');
  await ground.screenshot(page, '29-template-hover');
  await page.keyboard.press('Escape');
});

it('the outline names the containers', async () => {
  await runCommand(page, 'Explorer: Focus on Outline View');
  const row = (name: string) => page.locator('.outline-pane').getByRole('treeitem', { name }).first();
  for (const name of ['app', 'proxy']) await row(name).waitFor();
  await ground.screenshot(page, '30-template-outline');
});

it('a container is renamed through all its uses', async () => {
  await at.lines.getByText('Essential').first().click();
  await at.goTo(file, 'ContainerName: app', 'ContainerName: '.length);
  await page.keyboard.press('F2');
  const box = page.locator('.rename-box input');
  await box.waitFor();
  await box.fill('shop');
  await page.keyboard.press('Enter');
  await at.saves(file, '- ContainerName: shop\n', '- Name: shop\n', 'awslogs-stream-prefix: app\n');
});

it('a report about the resource, asked for above it, applies one line, then says that nothing is left', async () => {
  const before = readFileSync(join(ground.folder, file), 'utf8');
  await at.goTo(file, 'ShopTask:');
  const lenses = page.locator('.codelens-decoration:visible');
  await lenses.getByText('Would It Run On…?').first().waitFor();
  // Before the folder is trusted nothing runs.
  expect(await lenses.getByText('Register and Run').count()).toBe(0);
  await lenses.getByText('Would It Run On…?').first().click();
  await pick(page, 'Fargate');
  await expect.poll(() => quickInputTitle(page), { timeout: 20_000 }).toBe('ShopTask on Fargate');
  await ground.screenshot(page, '31-template-would-run-on');
  await pick(page, "Fargate only supports network mode 'awsvpc'");
  await at.toast(/ShopTask would run on Fargate as it stands/).waitFor();
  expect(await at.saves(file, 'NetworkMode: awsvpc\n')).toBe(
    before.replace('NetworkMode: bridge', 'NetworkMode: awsvpc'),
  );
  await page.keyboard.press('ControlOrMeta+Z');
  await at.saves(file, 'NetworkMode: bridge\n');
});
