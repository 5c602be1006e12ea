import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FakeEcs, startFakeEcs } from '../support/fake-ecs/index';
import { openFile, pick, quickInputTitle, runCommand } from '../support/workbench/browser';
import { type Ground, openGround } from './harness';

const config = `
[profile nobody]
region = us-east-1
[profile corp]
region = us-east-1
sso_session = corp
sso_account_id = 111122223333
sso_role_name = Developer
[sso-session corp]
sso_region = us-east-1
sso_start_url = https://corp.example/start
`;

let folder: string;
let ecs: FakeEcs;
let ground: Ground;
let page: Page;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'taskdef-faults-'));
  writeFileSync(join(folder, 'config'), config);
  ecs = await startFakeEcs({ clockRate: 20 });
  ecs.addCluster('shop');
  ecs.addService('shop', 'web', { desiredCount: 1 });
  ground = await openGround({
    env: { AWS_ENDPOINT_URL: ecs.url, AWS_ENDPOINT_URL_ECS: '', AWS_CONFIG_FILE: join(folder, 'config') },
  });
  page = await ground.openPage();
});
afterAll(async () => {
  await ground?.stop();
  await ecs?.close();
  rmSync(folder, { recursive: true, force: true });
});

const row = (name: RegExp) => page.getByRole('treeitem', { name }).first();
const toast = (text: RegExp) => page.locator('.notification-toast').filter({ hasText: text }).first();
const refresh = () => runCommand(page, 'ECS: Refresh Clusters');
const connect = async (profile: string, region: string) => {
  await runCommand(page, 'ECS: Choose Connection (Profile and Region)');
  await pick(page, profile);
  await pick(page, region);
};

it('a call that is not allowed is a row that says which, and leads to another connection', async () => {
  expect(ecs.requests).toEqual([]);
  ecs.fail('ListClusters', { kind: 'denied' });
  await page.getByRole('tab', { name: 'Amazon ECS' }).click();
  const denied = row(/^Error: ecs:ListClusters is not allowed for the identity in use/);
  await denied.waitFor();
  await ground.screenshot(page, '12-denied');
  await row(/^Choose Connection/).click();
  await expect.poll(() => quickInputTitle(page), { timeout: 20_000 }).toMatch(/ECS Connection/);
  await page.keyboard.press('Escape');
});

it('a rate limit is a row that tries again', async () => {
  ecs.heal();
  ecs.fail('ListClusters', { kind: 'throttled' });
  await refresh();
  const throttled = row(/^Error: AWS limits the rate of calls to ListClusters/);
  await throttled.waitFor({ timeout: 30_000 });
  ecs.heal();
  await row(/^Try Again/).click();
  await row(/^Cluster shop, 1 service, 1 task running/).waitFor({ timeout: 30_000 });
});

it('a screen reader hears kind, name and state of every row', async () => {
  const levels = [
    /^Cluster shop, /,
    /^Service web, 1 of 1 running/,
    /^Tasks of service web/,
    /^Task [0-9a-f]{32} of web:1, running/,
  ];
  for (const name of levels) {
    await row(name).click();
    await page.keyboard.press('ArrowRight');
  }
  await row(/^Container web, running/).waitFor();
  await row(/^Standalone tasks of cluster shop/).waitFor();
  await ground.screenshot(page, '13-rows');
});

it('a run that AWS refuses says so once, with what is left behind, and is not sent again by itself', async () => {
  ecs.fail('RunTask', { kind: 'denied' });
  await openFile(page, 'report.task-definition.json');
  await page
    .getByRole('button', { name: /Register and Run Task/ })
    .first()
    .click();
  await pick(page, 'Default chain');
  await pick(page, 'shop');
  await pick(page, '1 task');
  await page.locator('.quick-input-widget').getByText('The name of the target').waitFor();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Register and Run' }).click();
  const refused = toast(/:1 is registered, but no task was started\. .*ecs:RunTask is not allowed/);
  await refused.waitFor({ timeout: 30_000 });
  await refused.getByRole('button', { name: 'Run It' }).waitFor();
  await ground.screenshot(page, '14-refused-by-aws');
  expect([ecs.count('RegisterTaskDefinition'), ecs.count('RunTask')]).toEqual([1, 1]);
  await page.keyboard.press('Escape');
});

it('a profile whose sign-in has expired is a row that copies the command', async () => {
  await connect('corp', 'Region of the profile');
  const expired = row(/^Error: The sign-in of profile corp has expired/);
  await expired.waitFor();
  await expired.click();
  await toast(/Copied: aws sso login --profile corp/).waitFor();
  await ground.screenshot(page, '15-sign-in');
});

it('a profile without credentials is told in the empty view', async () => {
  const before = ecs.requests.length;
  await connect('nobody', 'Region of the profile');
  const welcome = page.locator('.welcome-view-content');
  await welcome.getByText('No AWS credentials were found').first().waitFor();
  await welcome.getByRole('button', { name: 'Choose Connection' }).waitFor();
  await ground.screenshot(page, '16-no-credentials');
  expect(ecs.requests.length).toBe(before);
});

it('an endpoint that is gone is a row that says where', async () => {
  await connect('Default chain', 'Region of the environment');
  await row(/^Cluster shop, /).waitFor();
  await ecs.close();
  await refresh();
  await row(/^Error: 127\.0\.0\.1:\d+ cannot be reached \(ECONNREFUSED\)/).waitFor({ timeout: 30_000 });
  await ground.screenshot(page, '17-endpoint-down');
});
