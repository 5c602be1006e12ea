import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFile, pick, quickInputTitle, runCommand, typeIntoQuickInput } from '../support/workbench/browser';
import { editorOf } from './editor';
import { type Ground, openGround } from './harness';

const unlisted = 'queue.task-definition.yaml';
const listed = 'worker.task-definition.yaml';
const text = `family: queue
networkMode: awsvpc
cpu: "256"
memory: "300"
containerDefinitions:
  - name: app
    image: nginx:1.27
`;

let ground: Ground;
let page: Page;
let at: ReturnType<typeof editorOf>;
beforeAll(async () => {
  // Nothing of this journey needs AWS, so it works before the folder is trusted.
  ground = await openGround({ trust: false });
  writeFileSync(join(ground.folder, unlisted), text);
  writeFileSync(join(ground.folder, 'other.yaml'), 'name: other\n');
  page = await ground.openPage();
  at = editorOf(ground, page);
});
afterAll(() => ground?.stop());

/** Opens the items of the status bar's language entry, and gives ours. */
const item = async () => {
  const ours = page.locator('.hover-language-status').filter({ hasText: 'Launch types:' }).filter({ visible: true });
  await expect
    .poll(
      async () => {
        await page.mouse.move(640, 300);
        await page.locator('[id="status.languageStatus"]').hover({ timeout: 2000 });
        return ours
          .first()
          .waitFor({ timeout: 2000 })
          .then(
            () => true,
            () => false,
          );
      },
      { timeout: 20_000 },
    )
    .toBe(true);
  return ours.first();
};
const says = (words: RegExp) =>
  expect.poll(async () => (await item()).textContent(), { timeout: 20_000 }).toMatch(words);
const settings = () => {
  const path = join(ground.folder, '.vscode', 'settings.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
};

it('the status bar says that a definition does not state its launch types', async () => {
  await openFile(page, unlisted);
  await at.lines.getByText('queue').first().waitFor();
  await says(/Launch types: not stated/);
  await ground.screenshot(page, '34-launch-types-not-stated');
  expect(await at.squiggles.count()).toBe(0);
});

it('they are set from there, and the definition is checked for them', async () => {
  await (await item()).getByText('Set…').click();
  await expect.poll(() => quickInputTitle(page), { timeout: 20_000 }).toBe(`Launch Types of ${unlisted}`);
  await ground.screenshot(page, '35-launch-types-picker');
  await pick(page, 'FARGATE');
  await page.keyboard.press('Enter');
  await at.squiggles.first().waitFor();
  await says(/Launch types: FARGATE \(set in settings\)/);
  await ground.screenshot(page, '36-launch-types-set');
  expect(settings()).toEqual({ 'taskdef.launchTypes': { [unlisted]: ['FARGATE'] } });
});

it('a definition that lists its launch types has them from there', async () => {
  await openFile(page, listed);
  await says(/Launch types: FARGATE \(from the file\)/);
  await ground.screenshot(page, '37-launch-types-listed');
  await (await item()).getByText('Show List').click();
  await page
    .locator('.statusbar-item')
    .getByText(/selected\)/)
    .first()
    .waitFor();
});

it('a file without a definition says nothing of them', async () => {
  await openFile(page, 'other.yaml');
  await page.locator('[id="status.languageStatus"]').waitFor({ state: 'detached' });
  const command = (title: string) => page.locator('.quick-input-list').getByText(title, { exact: true });
  const offered = async () => {
    // The list is made when it opens: what is known of the file may come a moment later.
    await page.keyboard.press('F1');
    await typeIntoQuickInput(page, '>ECS: ');
    await command('ECS: New Task Definition').first().waitFor();
    const count = await command('ECS: Set Launch Types…').count();
    await page.keyboard.press('Escape');
    return count;
  };
  await expect.poll(offered, { timeout: 20_000, interval: 1_000 }).toBe(0);
});

it('Escape changes nothing, and choosing none takes them back', async () => {
  await openFile(page, unlisted);
  await at.squiggles.first().waitFor();
  for (const key of ['Escape', 'Enter']) {
    await runCommand(page, 'ECS: Set Launch Types…');
    await expect.poll(() => quickInputTitle(page), { timeout: 20_000 }).toBe(`Launch Types of ${unlisted}`);
    await pick(page, 'FARGATE');
    await page.keyboard.press(key);
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    if (key === 'Escape') expect(settings()).toEqual({ 'taskdef.launchTypes': { [unlisted]: ['FARGATE'] } });
  }
  await expect.poll(() => at.squiggles.count(), { timeout: 20_000 }).toBe(0);
  await says(/Launch types: not stated/);
  expect(settings()).toEqual({});
});

it('what is typed into the file is told as it is typed', async () => {
  await at.goTo(unlisted, 'family:');
  await page.keyboard.type('requiresCompatibilities: [EC2]');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await says(/Launch types: EC2 \(from the file\)/);
});
