import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFile, pick, quickInputTitle, runCommand } from '../support/workbench/browser';
import { editorOf } from './editor';
import { type Ground, openGround } from './harness';

const file = 'worker.task-definition.yaml';

let ground: Ground;
let page: Page;
let at: ReturnType<typeof editorOf>;
beforeAll(async () => {
  ground = await openGround();
  page = await ground.openPage();
  at = editorOf(ground, page);
});
afterAll(() => ground?.stop());

it('a YAML definition shows its sizes, has no finding and can be run', async () => {
  await openFile(page, file);
  await at.lines.getByText('0.5 vCPU').waitFor();
  await page
    .getByRole('button', { name: /Register and Run Task/ })
    .first()
    .waitFor();
  expect(await at.squiggles.count()).toBe(0);
  await ground.screenshot(page, '18-yaml');
});

it('a mistake typed into it is underlined, and the light bulb mends it', async () => {
  await at.goTo(file, 'stopTimeout', 'stopTime'.length);
  await page.keyboard.press('Backspace');
  await at.squiggles.first().waitFor();
  const fix = await at.fix("Rename to 'stopTimeout'");
  await ground.screenshot(page, '19-yaml-quick-fix');
  await fix.click();
  await at.saves(file, '\n    stopTimeout: 60\n');
});

it('a completion is offered while typing, and accepted', async () => {
  await at.goTo(file, 'stopTimeout: 60', 'stopTimeout: 60'.length);
  await page.keyboard.press('Enter');
  await page.keyboard.type('startT');
  await at.suggestion('startTimeout').waitFor();
  await ground.screenshot(page, '20-yaml-completion');
  await page.keyboard.press('Tab');
  await page.keyboard.type('120');
  await page.keyboard.press('Escape');
  await at.saves(file, '\n    stopTimeout: 60\n    startTimeout: 120\n');
});

it('a name that stands in the file is offered', async () => {
  await at.goTo(file, 'containerName: traces', 'containerName: traces'.length);
  for (const _ of 'traces') await page.keyboard.press('Backspace');
  await page.keyboard.press('Control+Space');
  await at.suggestion('traces').waitFor();
  await page.keyboard.press('Enter');
  await at.saves(file, '- containerName: traces\n');
});

it('hovering explains a property', async () => {
  await at.hover('readonlyRootFilesystem');
  await ground.screenshot(page, '21-yaml-hover');
  await page.keyboard.press('Escape');
});

it('the outline names containers, ports and volumes', async () => {
  await runCommand(page, 'Explorer: Focus on Outline View');
  const row = (name: string) => page.locator('.outline-pane').getByRole('treeitem', { name }).first();
  for (const name of ['sample-worker', 'worker', 'traces', 'scratch']) await row(name).waitFor();
  await ground.screenshot(page, '22-yaml-outline');
});

it('a container is renamed through all its uses', async () => {
  await at.lines.getByText('otlp').first().click();
  await at.goTo(file, 'name: traces', 'name: '.length);
  await page.keyboard.press('F2');
  const box = page.locator('.rename-box input');
  await box.waitFor();
  await box.fill('collector');
  await ground.screenshot(page, '23-yaml-rename');
  await page.keyboard.press('Enter');
  const text = await at.saves(file, '- containerName: collector\n', '  - name: collector\n');
  expect(text).toContain('awslogs-stream-prefix: traces');
});

it('a report says what has to change elsewhere, shows it beside the file and changes it in one step', async () => {
  const before = readFileSync(join(ground.folder, file), 'utf8');
  await runCommand(page, 'ECS: Would It Run On…?');
  await pick(page, 'Windows');
  await expect.poll(() => quickInputTitle(page), { timeout: 20_000 }).toBe('sample-worker on Windows');
  await ground.screenshot(page, '24-yaml-would-run-on');
  const rows = () => page.locator('.quick-input-widget:visible .monaco-list-row').allTextContents();
  const alike = async () => (await rows()).filter((row) => row.includes("'readonlyRootFilesystem'"));
  await expect.poll(alike).toEqual([expect.stringContaining('worker: AWS'), expect.stringContaining('collector: AWS')]);
  await pick(page, 'Preview as Diff');
  await page.locator('.monaco-diff-editor').first().waitFor();
  const apply = at.toast(/as it would run on Windows/).getByRole('button', { name: 'Apply' });
  await apply.waitFor();
  await ground.screenshot(page, '25-yaml-preview');
  expect(readFileSync(join(ground.folder, file), 'utf8')).toBe(before);
  await apply.click();
  // What is left is shown in the file: a person has to decide.
  await pick(page, "worker: '/scratch' is no path of a Windows container");
  await at
    .toast(/'\/scratch' is no path of a Windows container/)
    .getByRole('button', { name: 'Read More' })
    .waitFor();
  await page.locator('.statusbar-item').getByText('(8 selected)').first().waitFor();
  await ground.screenshot(page, '33-yaml-decision');
  const text = await at.saves(file, 'operatingSystemFamily: WINDOWS_SERVER_2022_CORE');
  expect(text).not.toContain('readonlyRootFilesystem');
  await page.keyboard.press('ControlOrMeta+Z');
  expect(await at.saves(file, 'operatingSystemFamily: LINUX')).toBe(before);
});

it('a row of a report is shown in the file, and changes its own container alone', async () => {
  const before = readFileSync(join(ground.folder, file), 'utf8');
  await at.goTo(file, 'family:');
  await runCommand(page, 'ECS: Would It Run On…?');
  await pick(page, 'Windows');
  const row = page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: 'collector: AWS' });
  await row.click();
  // The report is made anew, without what is done.
  await row.waitFor({ state: 'detached' });
  await expect.poll(() => quickInputTitle(page), { timeout: 20_000 }).toBe('sample-worker on Windows');
  await page.keyboard.press('Escape');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await at.lines.getByText('aws-otel-collector').first().waitFor();
  const own = before.lastIndexOf('    readonlyRootFilesystem: true\n');
  const [first = '', second = ''] = [before.slice(0, own), before.slice(before.indexOf('\n', own) + 1)];
  const text = await at.saves(file, 'operatingSystemFamily: WINDOWS_SERVER_2022_CORE');
  expect(text).toBe(`${first}${second}`.replace('Family: LINUX', 'Family: WINDOWS_SERVER_2022_CORE'));
  await at.lines.getByText('sample-worker').first().click();
  await page.keyboard.press('ControlOrMeta+Z');
  expect(await at.saves(file, 'operatingSystemFamily: LINUX')).toBe(before);
});
