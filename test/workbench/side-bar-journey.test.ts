import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FakeEcs, startFakeEcs } from '../support/fake-ecs/index';
import { type Keyboard, keyboardOf } from '../support/workbench/keyboard';
import { type Ground, openGround } from './harness';

// All of it by the keys alone.

let ecs: FakeEcs;
let ground: Ground;
let page: Page;
let keys: Keyboard;
beforeAll(async () => {
  ecs = await startFakeEcs({ clockRate: 2 });
  fill(ecs);
  ground = await openGround({
    env: { AWS_ENDPOINT_URL: ecs.url },
    settings: { 'taskdef.refresh.interval': 1, 'remote.autoForwardPorts': false },
  });
  page = await ground.openPage();
  keys = keyboardOf(page);
});
afterAll(async () => {
  await ground?.stop();
  await ecs?.close();
});

const row = (name: RegExp) => page.getByRole('treeitem', { name }).first();
const view = (name: string) => keys.run(`Amazon ECS: Focus on ${name} View`);
const sentTo = (region: string) => ecs.requests.filter((it) => it.region === region).map(({ operation }) => operation);

it('two regions stand side by side, and the second is asked for nothing before it is opened', async () => {
  await view('Clusters');
  await row(/^Cluster shop, 2 services, 3 tasks running$/).waitFor();
  await keys.run('ECS: Add Connection…');
  await keys.choose('Default chain');
  await keys.choose('eu-west-1');
  await row(/^Connection default@us-east-1, in use/).waitFor();
  await row(/^Connection default@eu-west-1/).waitFor();
  expect(sentTo('eu-west-1')).toEqual([]);
});

it('from a region to the reason why a container stopped, every row with its kind and state in words', async () => {
  await view('Clusters');
  await keys.goTo(/^Connection default@eu-west-1/);
  await keys.into(/^Cluster dublin, 1 service, 3 tasks running$/);
  await keys.into(/^Standalone tasks of cluster dublin$/);
  await keys.into(/^Task [0-9a-f]{32} of nightly:1, stopped · CannotPullContainerError/);
  const container = await keys.into(
    /^Container report, stopped · CannotPullContainerError: .*report:missing: not found$/,
  );
  expect(await container.getAttribute('aria-level')).toBe('5');
  expect(new Set(sentTo('eu-west-1'))).not.toContain('ListTaskDefinitions');
  expect(sentTo('us-east-1')).toEqual(['ListClusters', 'DescribeClusters']);
  await pictures('50-why-stopped');
});

it('two revisions are compared, and only the real difference shows', async () => {
  await view('Task Definitions');
  await keys.goTo(/^Task definition family api$/);
  await keys.into(/^Revision api:2/);
  await keys.onMenu('Compare with Revision…');
  await keys.choose('api:1');
  await page.getByRole('tab', { name: /^api:1 ↔ api:2/ }).waitFor();
  const changed = async (side: string, mark: string) => {
    const marks = page.locator(`.editor.${side} .${mark}`);
    await marks.first().waitFor();
    expect(await marks.count()).toBe(1);
    return page
      .locator(`.editor.${side} .view-line`)
      .filter({ hasText: /"image"/ })
      .textContent();
  };
  expect(await changed('original', 'line-delete')).toContain('registry.example/api:1.0');
  expect(await changed('modified', 'line-insert')).toContain('registry.example/api:1.1');
  await pictures('51-compared');
  await keys.run('View: Close Editor');
});

it('a filter leaves the clusters that have the name, below each connection', async () => {
  await keys.run('ECS: Filter Clusters View…');
  await page.keyboard.type('checkout');
  await keys.press('Enter');
  await view('Clusters');
  await keys.goTo(/^Service checkout/);
  expect(await page.getByRole('treeitem', { name: /^Task [0-9a-f]{32}/ }).count()).toBe(0);
  await pictures('52-filtered');
  await keys.run('ECS: Clear Filter of Clusters View');
  await row(/^Standalone tasks of cluster dublin/).waitFor();
});

it('a deployment moves by itself, and not while the view is hidden', async () => {
  ecs.deploy('shop', 'api', 'api:2');
  await view('Clusters');
  await keys.goTo(/^Connection default@us-east-1/);
  await keys.into(/^Cluster shop/);
  await keys.into(/^Service api, deploying, /);
  await keys.into(/^Deployments of service api/);
  await keys.into(/^Deployment of api:2, in progress/);
  await keys.run('View: Toggle Primary Side Bar Visibility');
  // What was on its way comes home.
  await page.waitForTimeout(1_500);
  const hidden = ecs.requests.length;
  await page.waitForTimeout(4_000);
  expect(ecs.requests.length).toBe(hidden);
  await view('Clusters');
  await pictures('53-deploying');
  await row(/^Deployment of api:2, completed · 2 of 2 running/).waitFor({ timeout: 60_000 });
  await row(/^Service api, 2 of 2 running/).waitFor();
  await row(/^Cluster shop, 2 services, 3 tasks running$/).waitFor();
  expect(ecs.requests.length).toBeGreaterThan(hidden);
  await ground.screenshot(page, '54-deployed');
});

/** One of each kind; the workspace's settings are read as they change. */
async function pictures(name: string): Promise<void> {
  const folder = join(ground.folder, '.vscode');
  mkdirSync(folder, { recursive: true });
  const themes = { light: 'Light Modern', dark: 'Dark Modern', contrast: 'Default High Contrast' };
  const marks = { light: '.vs', dark: '.vs-dark', contrast: '.hc-black' };
  for (const kind of ['light', 'dark', 'contrast'] as const) {
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ 'workbench.colorTheme': themes[kind] }));
    await page.locator(`.monaco-workbench${marks[kind]}`).waitFor();
    await ground.screenshot(page, `${name}-${kind}`);
  }
}

function fill(fake: FakeEcs): void {
  const mode = { name: 'MODE', value: 'live' };
  const level = { name: 'LEVEL', value: 'info' };
  const api = { name: 'api', memory: 256, portMappings: [{ containerPort: 80 }] };
  // In another order, which is no difference.
  for (const container of [
    { ...api, image: 'registry.example/api:1.0', environment: [mode, level] },
    { ...api, image: 'registry.example/api:1.1', environment: [level, mode] },
  ]) {
    fake.addTaskDefinition({ family: 'api', containerDefinitions: [container] });
  }
  fake.addCluster('shop', { containerInstances: 0 });
  fake.addService('shop', 'api', { taskDefinition: 'api:1', desiredCount: 2 });
  fake.addService('shop', 'web', { desiredCount: 1 });
  const europe = fake.in('eu-west-1');
  europe.addCluster('dublin', { containerInstances: 0, capacityProviders: ['FARGATE', 'FARGATE_SPOT'] });
  europe.addService('dublin', 'checkout', { desiredCount: 2 });
  const report = { name: 'report', image: 'report:missing', memory: 64 };
  europe.addTaskDefinition({ family: 'nightly', containerDefinitions: [report] });
  europe.addTask('dublin', { taskDefinition: 'nightly', status: 'STOPPED' });
  europe.addTask('dublin');
}
