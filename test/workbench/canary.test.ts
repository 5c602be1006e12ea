import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FakeEcs, startFakeEcs } from '../support/fake-ecs/index';
import { openFile, pick } from '../support/workbench/browser';
import { deploying } from './deploying';
import { type Ground, openGround } from './harness';

const canary = 'canary-5e1f';
const file = 'web.task-definition.json';
let ecs: FakeEcs;
let ground: Ground;
let page: Page;

beforeAll(async () => {
  ecs = await startFakeEcs({ clockRate: 10 });
  ecs.clock.advance(Date.now() - ecs.clock.now());
  ecs.addCluster('shop', { containerInstances: 0 });
  ecs.addService('shop', 'web', { desiredCount: 1 });
  ground = await openGround({
    env: {
      AWS_ENDPOINT_URL: ecs.url,
      AWS_SECRET_ACCESS_KEY: `${canary}-secret-key`,
      AWS_SESSION_TOKEN: `${canary}-session-token`,
    },
    // The lines are read from the page.
    settings: { 'terminal.integrated.gpuAcceleration': 'off' },
  });
  const network = { subnets: ['subnet-0a1b2c3d4e5f60001'], assignPublicIp: true };
  const targets = {
    once: { file, kind: 'run', cluster: 'shop', launchType: 'FARGATE', network },
    web: { file, kind: 'service', cluster: 'shop', service: 'web' },
  };
  mkdirSync(join(ground.folder, '.vscode'));
  writeFileSync(join(ground.folder, '.vscode', 'settings.json'), JSON.stringify({ 'taskdef.targets': targets }));
  writeDefinition('registry.example/web:1');
  page = await ground.openPage();
  await page.evaluate(collectMessages);
});
afterAll(async () => {
  await ground?.stop();
  await ecs?.close();
});

it('a run, a deployment, their failures and their logs leave no secret anywhere', async () => {
  const { ask, question, toast, terminal } = deploying(page);
  await openFile(page, file);

  await ask('Run once');
  await question.getByRole('button', { name: 'Register and Run' }).click();
  const running = toast(/sample-web:1 is running\./);
  await running.waitFor({ timeout: 40_000 });
  const [task = ''] = taskIds();
  ecs.log('/ecs/sample-web', `web/web/${task}`, `password is ${canary}-log`);
  await running.getByRole('button', { name: 'Show Logs' }).click();
  await terminal().getByText(`${canary}-log`).waitFor({ timeout: 30_000 });

  ecs.fail('UpdateService', { kind: 'denied', times: 1 });
  await ask('Deploy to shop/web');
  await question.getByRole('button', { name: 'Show Differences' }).click();
  await page.locator('.monaco-diff-editor').first().waitFor();
  await pick(page, 'Back to the Question');
  await question.getByRole('button', { name: 'Deploy', exact: true }).click();
  await toast(/ecs:UpdateService is not allowed/).waitFor({ timeout: 30_000 });
  await openFile(page, file);
  await ask('Deploy to shop/web');
  await question.getByRole('button', { name: 'Deploy', exact: true }).click();
  await toast(/web in shop: sample-web:1 is deployed\./).waitFor({ timeout: 60_000 });

  writeDefinition('registry.example/missing:1');
  await page.locator('.view-lines').getByText('missing').first().waitFor();
  await ask('Run once');
  await question.getByRole('button', { name: 'Register and Run' }).click();
  await toast(/sample-web:2 has stopped\./).waitFor({ timeout: 40_000 });
  await page.locator('.monaco-editor .squiggly-error').first().waitFor();

  expect(JSON.stringify(ecs.requests)).toContain(`${canary}-environment`);
  const messages = await page.evaluate(collectedMessages);
  expect(messages).toContain('sample-web:1 is running.');
  expect(messages).not.toContain(canary);
});

it('nothing of it is in what the window keeps', async () => {
  // What is kept for later is written a while after.
  await page.waitForTimeout(3_000);
  const kept = JSON.stringify(await page.context().storageState({ indexedDB: true }));
  expect(kept).toContain('web in shop');
  expect(placesIn(kept)).toEqual([]);
});

it('nothing of it is in settings, logs and storage on disk', () => {
  const files = [...filesBelow(ground.dataDir), ...filesBelow(ground.folder)];
  const audit = files.find((path) => path.endsWith('audit.log'));
  expect(readFileSync(audit ?? '', 'utf8')).toMatch(/us-east-1 UpdateService shop\/web failed/);
  expect(files.filter((path) => path.endsWith('Taskdef.log'))).not.toEqual([]);
  const holding = files.filter((path) => !path.endsWith(file) && readFileSync(path).includes(canary));
  expect(holding).toEqual([]);
});

function writeDefinition(image: string): void {
  const path = join(ground.folder, file);
  const definition = JSON.parse(readFileSync(path, 'utf8'));
  const [container] = definition.containerDefinitions;
  const secretive = {
    ...container,
    image,
    environment: [{ name: 'PASSWORD', value: `${canary}-environment` }],
    command: ['serve', `--password=${canary}-command`],
    dockerLabels: { token: `${canary}-label` },
  };
  writeFileSync(path, JSON.stringify({ ...definition, containerDefinitions: [secretive] }, undefined, 2));
}

function taskIds(): readonly string[] {
  const asked = ecs.requests.filter(({ operation }) => operation === 'DescribeTasks').map(({ body }) => body);
  return [...JSON.stringify(asked).matchAll(/\b[0-9a-f]{32}\b/g)].map(([id]) => id).toReversed();
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Where a text holds a canary, with a little around it. */
function placesIn(text: string): readonly string[] {
  return [...text.matchAll(new RegExp(`.{0,80}${canary}.{0,40}`, 'g'))].map(([place]) => place);
}

interface Collecting {
  messages?: string[];
}

/** In the page: keeps the text of every notification that is shown. */
function collectMessages(): void {
  const messages: string[] = [];
  (window as Collecting).messages = messages;
  const keep = () =>
    messages.push(...[...document.querySelectorAll('.notification-list-item')].map(({ textContent }) => textContent));
  new MutationObserver(keep).observe(document.body, { childList: true, subtree: true, characterData: true });
}

function collectedMessages(): string {
  return [...new Set((window as Collecting).messages)].join('\n');
}
