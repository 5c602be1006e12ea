import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFile } from '../support/workbench/browser';
import { type Ground, openGround } from './harness';

let ground: Ground;
let page: Page;
beforeAll(async () => {
  ground = await openGround({ trust: false });
  page = await ground.openPage();
});
afterAll(() => ground?.stop());

it('in Restricted Mode a file is checked, but cannot be run', async () => {
  await openFile(page, 'sick.task-definition.json');
  await page.locator('.squiggly-error').first().waitFor();
  await openFile(page, 'web.task-definition.json');
  await page
    .getByRole('button', { name: /Split Editor/ })
    .first()
    .waitFor();
  expect(await page.getByRole('button', { name: /Register and Run/ }).count()).toBe(0);
});

it('in Restricted Mode the view says why it is empty, and offers to change it', async () => {
  await page.getByRole('tab', { name: 'Amazon ECS' }).click();
  await page.locator('.welcome-view-content').getByText(/trust/i).first().waitFor();
  expect(await page.getByRole('treeitem', { name: /^Cluster/ }).count()).toBe(0);
  await ground.screenshot(page, '11-restricted');
});
