import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FakeEcs, startFakeEcs } from '../support/fake-ecs/index';
import { chooseFromMenu, pick, runCommand } from '../support/workbench/browser';
import { type Ground, openGround } from './harness';

const group = '/ecs/web';
let ecs: FakeEcs;
let ground: Ground;
let page: Page;
let stream: string;
let taskId: string;

beforeAll(async () => {
  ecs = await startFakeEcs({ clockRate: 1 });
  // The workbench has the time of the machine.
  ecs.clock.advance(Date.now() - ecs.clock.now());
  ecs.addCluster('shop');
  const options = { 'awslogs-group': group, 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'web' };
  ecs.addTaskDefinition({
    family: 'web',
    containerDefinitions: [
      { name: 'web', image: 'web', memory: 64, logConfiguration: { logDriver: 'awslogs', options } },
      { name: 'router', image: 'router', memory: 64, logConfiguration: { logDriver: 'journald' } },
    ],
  });
  const task = ecs.addTask('shop', { taskDefinition: 'web' });
  taskId = task.slice(-32);
  stream = `web/web/${taskId}`;
  ecs.log(group, stream, '\u001b[31mone\u001b[0m\u001b]0;evil title\u0007', ecs.clock.now() - 2_000);
  ground = await openGround({
    env: { AWS_ENDPOINT_URL: ecs.url },
    // The lines are read from the page.
    settings: { 'terminal.integrated.gpuAcceleration': 'off', 'taskdef.readOnly': true },
  });
  page = await ground.openPage();
});
afterAll(async () => {
  await ground?.stop();
  await ecs?.close();
});

const row = (name: RegExp) => page.getByRole('treeitem', { name }).first();
const terminal = () => page.locator('.terminal-wrapper.active .xterm-rows');

it('the logs of a task are read in a terminal, read-only or not, and take no effect there', async () => {
  await page.getByRole('tab', { name: 'Amazon ECS' }).click();
  await row(/^Cluster shop/).waitFor();
  await runCommand(page, 'ECS: Go to Cluster, Service or Task…');
  await pick(page, taskId);
  await row(/^Task [0-9a-f]+ of web:1/).hover();
  await row(/^Task [0-9a-f]+ of web:1/)
    .getByRole('button', { name: 'Show Logs' })
    .click();
  await terminal()
    .getByText(/web one␛\]0;evil title␇/)
    .waitFor();
  await terminal()
    .getByText(/The log of router is in the journal of its container instance\./)
    .waitFor();
  await page.locator('.single-terminal-tab', { hasText: /Logs: [0-9a-f]{8}/ }).waitFor();
  ecs.log(group, stream, 'two');
  await terminal()
    .getByText(/web two/)
    .waitFor();
  await ground.screenshot(page, '18-logs');
});

it('Ctrl+C ends reading, and what was read stays', async () => {
  // The rows lie below what takes the clicks.
  await page.locator('.terminal-wrapper.active .xterm-helper-textarea').focus();
  await page.keyboard.press('Control+C');
  await terminal().getByText('Reading has ended.').waitFor();
  const seen = ecs.count('FilterLogEvents');
  await page.waitForTimeout(3_000);
  expect(ecs.count('FilterLogEvents')).toBe(seen);
  await terminal()
    .getByText(/web two/)
    .waitFor();
});

it('the lines of a container open as a document that cannot be written', async () => {
  await row(/^Task [0-9a-f]+ of web:1/).click();
  await page.keyboard.press('ArrowRight');
  await chooseFromMenu(page, row(/^Container web/), 'Open Logs as Document…');
  await pick(page, 'Last Hour');
  await page.keyboard.type('one');
  await page.keyboard.press('Enter');
  const text = page.locator('.monaco-editor .view-lines').last();
  await text.getByText(/web.one␛\]0;evil.title␇/).waitFor();
  await ground.screenshot(page, '19-logs-document');
  expect(await text.getByText(/web.two/).count()).toBe(0);
  await page.locator('.tab.active', { hasText: /web\.log/ }).waitFor();
});
