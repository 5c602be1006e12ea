import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FakeEcs, startFakeEcs } from '../support/fake-ecs/index';
import { type FakeSts, startFakeSts } from '../support/fake-sts';
import { chooseFromMenu, pick, quickInputTitle, runCommand } from '../support/workbench/browser';
import { type Ground, openGround } from './harness';

const config = `
[profile keys]
[profile admin]
region = eu-west-1
role_arn = arn:aws:iam::111122223333:role/admin
source_profile = keys
mfa_serial = arn:aws:iam::111122223333:mfa/ada
`;
const credentials = '[keys]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = secret\n';

let folder: string;
let ecs: FakeEcs;
let sts: FakeSts;
let ground: Ground;
let page: Page;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'taskdef-connections-'));
  writeFileSync(join(folder, 'config'), config);
  writeFileSync(join(folder, 'credentials'), credentials);
  ecs = await startFakeEcs();
  sts = await startFakeSts('123456', '234567');
  ecs.addCluster('virginia');
  const europe = ecs.in('eu-west-1');
  europe.addCluster('dublin');
  europe.addService('dublin', 'web');
  ground = await openGround({
    env: {
      AWS_ENDPOINT_URL: ecs.url,
      AWS_ENDPOINT_URL_STS: sts.url,
      AWS_CONFIG_FILE: join(folder, 'config'),
      AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
      // The environment's region would come before that of the profile.
      AWS_REGION: '',
      AWS_DEFAULT_REGION: '',
    },
  });
  page = await ground.openPage();
});
afterAll(async () => {
  await ground?.stop();
  await ecs?.close();
  await sts?.close();
  rmSync(folder, { recursive: true, force: true });
});

const row = (name: RegExp) => page.getByRole('treeitem', { name }).first();
const inEurope = () => ecs.requests.filter(({ region }) => region === 'eu-west-1').length;
const onMenu = (name: RegExp, item: string) => chooseFromMenu(page, row(name), item);

it('a second connection stands beside the first, and nothing is asked of it before it is opened', async () => {
  await page.getByRole('tab', { name: 'Amazon ECS' }).click();
  // A view that comes up late would take the focus away from the picker, which closes then.
  await page.locator('.pane-body .welcome-view-content, .pane-body [role=treeitem]').first().waitFor();
  await runCommand(page, 'ECS: Choose Connection (Profile and Region)');
  await pick(page, 'Default chain');
  await pick(page, 'us-east-1');
  await row(/^Cluster virginia/).waitFor();
  await runCommand(page, 'ECS: Add Connection…');
  await pick(page, 'admin');
  await pick(page, 'Region of the profile');
  await row(/^Connection default@us-east-1, in use/).waitFor();
  await row(/^Connection admin@eu-west-1/).waitFor();
  expect(inEurope()).toBe(0);
});

it('a role asks for its MFA code; without one its row offers to try again', async () => {
  await row(/^Connection admin@eu-west-1/).click();
  await expect.poll(() => quickInputTitle(page), { timeout: 20_000 }).toBe('MFA Code for Profile admin');
  await ground.screenshot(page, '40-mfa');
  await page.keyboard.press('Escape');
  await row(/^Error: Profile admin needs a valid MFA code/).waitFor();
  expect([inEurope(), sts.codes]).toEqual([0, []]);
  await row(/^Try Again/).click();
  await answerCode('123456');
  await row(/^Cluster dublin/).waitFor();
  await expect.poll(() => row(/^Connection admin/).getAttribute('aria-label')).toMatch(/eu-west-1, \d{12}/);
  await row(/^Connection default/).click();
  await row(/^Cluster virginia/).waitFor();
  await ground.screenshot(page, '41-connections');
});

it('the active connection is the one that is used', async () => {
  await onMenu(/^Connection admin/, 'Use This Connection');
  await row(/^Connection admin@eu-west-1, in use/).waitFor();
  await page.getByRole('button', { name: /^ECS connection admin@eu-west-1/ }).waitFor();
  expect(sts.codes).toEqual(['123456']);
});

it('Go to… finds things of all connections', async () => {
  await runCommand(page, 'ECS: Go to Cluster, Service or Task…');
  await pick(page, 'web');
  await row(/^Service web/).waitFor();
  await expect.poll(() => row(/^Service web/).getAttribute('aria-selected')).toBe('true');
});

it('a session that ends is told once; once the shared files have changed all works again', async () => {
  for (const operation of ['ListClusters', 'ListServices', 'DescribeClusters', 'DescribeServices'] as const) {
    ecs.fail(operation, { kind: 'expired' });
  }
  const toasts = page.locator('.notification-toast').filter({ hasText: 'profile admin have expired' });
  await onMenu(/^Cluster dublin/, 'Refresh');
  await row(/^Error: .*profile admin/i).waitFor();
  await toasts.first().waitFor();
  await ground.screenshot(page, '42-expired');
  expect(await toasts.count()).toBe(1);
  ecs.heal();
  appendFileSync(join(folder, 'credentials'), '# renewed\n');
  await answerCode('234567');
  await row(/^Service web/).waitFor();
});

it('with one connection left its clusters stand at the top again', async () => {
  await onMenu(/^Connection default/, 'Remove Connection');
  await row(/^Cluster dublin/).waitFor();
  await expect.poll(() => row(/^Cluster dublin/).getAttribute('aria-level')).toBe('1');
  expect(await page.getByRole('treeitem', { name: /^Connection/ }).count()).toBe(0);
});

async function answerCode(code: string): Promise<void> {
  await page.locator('.quick-input-widget input[type="password"]').fill(code);
  await page.keyboard.press('Enter');
}
