import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chooseFromMenu, pick, runCommand, typeIntoQuickInput } from '../support/workbench/browser';
import { type Ground, openGround } from './harness';

let ground: Ground;
let page: Page;
beforeAll(async () => {
  ground = await openGround();
  page = await ground.openPage();
});
afterAll(() => ground?.stop());

const row = (name: RegExp) => page.getByRole('treeitem', { name }).first();
/** From top to bottom: rows stand in the page in the order in which they were made. */
const clusters = async (): Promise<readonly string[]> => {
  const rows = await page
    .getByRole('treeitem', { name: /^Cluster / })
    .evaluateAll((all) => all.map((it) => ({ top: it.getBoundingClientRect().top, text: it.textContent ?? '' })));
  return rows
    .toSorted((a, b) => a.top - b.top)
    .map(({ text }) => /storefront|batch-jobs|playground/.exec(text)?.[0] ?? '');
};

it('Go to… opens the view at a service', async () => {
  await page.getByRole('tab', { name: 'Amazon ECS' }).click();
  await row(/^Cluster storefront/).waitFor();
  await runCommand(page, 'ECS: Go to Cluster, Service or Task…');
  await pick(page, 'web');
  await row(/^Service web/).waitFor();
  await expect.poll(() => row(/^Service web/).getAttribute('aria-selected')).toBe('true');
  await ground.screenshot(page, '14-go-to');
});

it('a filter leaves what has the name, and says so until it is cleared', async () => {
  await expect.poll(clusters).toEqual(['batch-jobs', 'playground', 'storefront']);
  await runCommand(page, 'ECS: Filter Clusters View…');
  await typeIntoQuickInput(page, 'batch');
  await expect.poll(clusters).toEqual(['batch-jobs']);
  await page.keyboard.press('Enter');
  await page.getByText('only names with “batch” are shown').waitFor();
  await ground.screenshot(page, '15-filtered');
  await runCommand(page, 'ECS: Clear Filter of Clusters View');
  await expect.poll(clusters).toEqual(['batch-jobs', 'playground', 'storefront']);
});

it('empty clusters are hidden, favourites come first', async () => {
  await runCommand(page, 'ECS: Hide Empty Clusters');
  await expect.poll(clusters).toEqual(['batch-jobs', 'storefront']);
  await chooseFromMenu(page, row(/^Cluster storefront/), 'Add to Favourites');
  await expect.poll(clusters).toEqual(['storefront', 'batch-jobs']);
  expect(await row(/^Cluster storefront/).getAttribute('aria-label')).toContain('favourite');
  await ground.screenshot(page, '16-favourite');
});
