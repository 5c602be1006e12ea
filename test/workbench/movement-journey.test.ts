import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FakeEcs, startFakeEcs } from '../support/fake-ecs/index';
import { openFile, pick, runCommand } from '../support/workbench/browser';
import { type Ground, openGround } from './harness';

let ecs: FakeEcs;
let ground: Ground;
let page: Page;
beforeAll(async () => {
  ecs = await startFakeEcs({ clockRate: 1 });
  ecs.addCluster('shop');
  ecs.addService('shop', 'web');
  ecs.addTaskDefinition({ family: 'api', containerDefinitions: [{ name: 'api', image: 'api', memory: 64 }] });
  ground = await openGround({
    env: { AWS_ENDPOINT_URL: ecs.url },
    settings: { 'taskdef.refresh.interval': 1, 'taskdef.readOnly': true },
  });
  page = await ground.openPage();
});
afterAll(async () => {
  await ground?.stop();
  await ecs?.close();
});

const row = (name: RegExp) => page.getByRole('treeitem', { name }).first();

it('a deployment is seen to end without a touch, then nothing more is sent', async () => {
  await page.getByRole('tab', { name: 'Amazon ECS' }).click();
  await row(/^Cluster shop/).waitFor();
  ecs.deploy('shop', 'web', 'api');
  await runCommand(page, 'ECS: Go to Cluster, Service or Task…');
  await pick(page, 'web');
  await row(/^Service web, deploying/).waitFor();
  await row(/^Service web, 1 of 1 running/).waitFor({ timeout: 60_000 });
  // The cluster counts what its service has.
  await page.waitForTimeout(3_000);
  const seen = ecs.requests.length;
  await page.waitForTimeout(4_000);
  expect(ecs.requests.length).toBe(seen);
});

it('read-only: nothing is asked, and the message leads to the setting', async () => {
  await openFile(page, 'web.task-definition.json');
  const seen = ecs.requests.length;
  await page.locator('.codelens-decoration a', { hasText: /Run/ }).first().click();
  await page
    .locator('.notification-toast')
    .getByText(/read-only/)
    .waitFor();
  await ground.screenshot(page, '17-read-only');
  expect(ecs.requests.length).toBe(seen);
  await page.getByRole('button', { name: 'Open Settings' }).click();
  await page.getByText('Change nothing in AWS').first().waitFor();
});
