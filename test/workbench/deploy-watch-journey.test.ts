import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FakeEcs, startFakeEcs } from '../support/fake-ecs/index';
import { openFile, pick, typeIntoQuickInput } from '../support/workbench/browser';
import { deploying } from './deploying';
import { type Ground, openGround } from './harness';

const file = 'web.task-definition.json';
const group = '/ecs/sample-web';
let ecs: FakeEcs;
let ground: Ground;
let page: Page;

beforeAll(async () => {
  ecs = await startFakeEcs({ clockRate: 1 });
  // The workbench has the time of the machine.
  ecs.clock.advance(Date.now() - ecs.clock.now());
  fill(ecs);
  ground = await openGround({
    env: { AWS_ENDPOINT_URL: ecs.url },
    // The lines are read from the page.
    settings: { 'terminal.integrated.gpuAcceleration': 'off', 'taskdef.protectedTargets': ['live'] },
  });
  saveSettings({});
  page = await ground.openPage();
});
afterAll(async () => {
  await ground?.stop();
  await ecs?.close();
});

const person = () => deploying(page);

it('the plan is one question, and the differences may be looked at before the answer', async () => {
  const { ask, question } = person();
  await openFile(page, file);
  await ask('Deploy to shop/web');
  await question.getByText('Deploy sample-web to shop/web?').waitFor();
  await question.getByText('~ containerDefinitions[web].image: registry.example/web:1 → ').waitFor();
  await pictures('60-plan');
  await question.getByRole('button', { name: 'Show Differences' }).click();
  await page.locator('.monaco-diff-editor').first().waitFor();
  await page.locator('.quick-input-widget').getByText('Back to the Question').waitFor();
  await pictures('61-differences');
  expect(ecs.count('RegisterTaskDefinition')).toBe(0);
  await pick(page, 'Back to the Question');
  await question.getByRole('button', { name: 'Deploy', exact: true }).click();
});

it('a blue/green deployment is followed with its stage and traffic, to its end', async () => {
  const { row, toast, tab } = person();
  await toast(/Watching web in shop/).waitFor();
  await tab('Amazon ECS').click();
  ecs.clock.advance(40_000);
  await row(/^Deployment web in shop, baking/).waitFor({ timeout: 30_000 });
  await row(/^Deployment web in shop, baking/).click();
  await row(/^Stage, baking.*at most 5 minutes left · blue\/green$/).waitFor();
  await row(/^sample-web:2, new · 100 % of the traffic · .*2 of 2 running/).waitFor();
  await row(/^sample-web:1, before · 0 % of the traffic · 2 of 2 running/).waitFor();
  await pictures('62-blue-green');
  ecs.clock.advance(6 * 60_000);
  await toast(/web in shop: sample-web:2 is deployed\./).waitFor({ timeout: 40_000 });
});

it('an image that is not there is told, and shown at its line', async () => {
  const { ask, question, toast } = person();
  await openFile(page, file);
  await change('public.ecr.aws/nginx/nginx-unprivileged:1.27', 'registry.example/missing:1.27');
  await ask('Run once');
  await question.getByRole('button', { name: 'Register and Run' }).click();
  const failed = toast(/sample-web:3 has stopped\. The image of container 'web' is not in its registry/);
  await failed.waitFor({ timeout: 40_000 });
  const squiggle = page.locator('.monaco-editor .squiggly-error').first();
  await squiggle.waitFor();
  await page.locator('.view-lines').getByText('registry.example').first().hover();
  await page.locator('.monaco-hover').filter({ visible: true }).getByText('taskdef run').first().waitFor();
  await pictures('63-image-not-there');
});

it('a rollback is a failure, and its cause comes first', async () => {
  const { ask, question, toast, row } = person();
  await page.keyboard.press('Escape');
  await ask('Deploy to shop/api');
  await question.getByRole('button', { name: 'Deploy', exact: true }).click();
  await toast(/Watching api in shop/).waitFor();
  ecs.clock.advance(30_000);
  const failed = toast(/api in shop: the deployment of sample-web:3 has failed and was rolled back\./);
  await failed.waitFor({ timeout: 60_000 });
  await failed.getByRole('button', { name: 'Show in Activity' }).click();
  await row(/^Deployment api in shop, rolled back · sample-web:3/).waitFor();
  await row(/^Cause: \d tasks stopped: The image of container 'web' is not in its registry/).waitFor();
  await pictures('64-rolled-back');
});

it('the finding goes once the image is another one', async () => {
  await openFile(page, file);
  await change('registry.example/missing:1.27', 'registry.example/web:1.28');
  await expect.poll(() => page.locator('.monaco-editor .squiggly-error').count(), { timeout: 5_000 }).toBe(0);
});

it('what a task writes is in a terminal, from its first line on', async () => {
  const { ask, question, toast, terminal } = person();
  await ask('Run once');
  await question.getByRole('button', { name: 'Register and Run' }).click();
  const running = toast(/sample-web:4 is running\./);
  await running.waitFor({ timeout: 40_000 });
  await running.getByRole('button', { name: 'Show Logs' }).click();
  await terminal()
    .getByText(/web listens on port 8080/)
    .waitFor({ timeout: 30_000 });
  await pictures('65-logs');
});

it('what is protected changes only once its name was typed', async () => {
  const { button, question, toast } = person();
  await openFile(page, file);
  await button('Deploy to Service').click();
  await pick(page, 'live');
  await question.getByText('Deploy sample-web to live/web?').waitFor();
  await question.getByRole('button', { name: 'Deploy', exact: true }).click();
  await page.locator('.quick-input-widget').getByText('live/web is protected: type its name to go on').waitFor();
  const before = ecs.count('UpdateService');
  await typeIntoQuickInput(page, 'live');
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').getByText('Type live/web').waitFor();
  await pictures('66-protected');
  expect(ecs.count('UpdateService')).toBe(before);
  await typeIntoQuickInput(page, 'live/web');
  await page.keyboard.press('Enter');
  await toast(/Watching web in live/).waitFor();
  await expect.poll(() => ecs.count('UpdateService'), { timeout: 5_000 }).toBe(before + 1);
});

/** In both kinds of themes; the settings of the folder are read as they change. */
async function pictures(name: string): Promise<void> {
  for (const [kind, theme, mark] of [
    ['dark', 'Dark Modern', '.vs-dark'],
    ['light', 'Light Modern', '.vs'],
  ] as const) {
    saveSettings({ 'workbench.colorTheme': theme });
    await page.locator(`.monaco-workbench${mark}`).waitFor();
    await ground.screenshot(page, `${name}-${kind}`);
  }
}

function saveSettings(more: object): void {
  const folder = join(ground.folder, '.vscode');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ 'taskdef.targets': targets, ...more }, undefined, 2));
}

/** Another image in the file. */
async function change(from: string, to: string): Promise<void> {
  const path = join(ground.folder, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
  await page
    .locator('.view-lines')
    .getByText(to.slice(to.lastIndexOf('/') + 1).split(':')[0] ?? to)
    .first()
    .waitFor();
}

const network = { subnets: ['subnet-0a1b2c3d4e5f60001'], assignPublicIp: true };
const targets = {
  once: { file, kind: 'run', cluster: 'shop', launchType: 'FARGATE', network },
  green: { file, kind: 'service', cluster: 'shop', service: 'web' },
  api: { file, kind: 'service', cluster: 'shop', service: 'api' },
  live: { file, kind: 'service', cluster: 'live', service: 'web' },
};

function fill(fake: FakeEcs): void {
  const awslogs = { 'awslogs-group': group, 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'web' };
  const logConfiguration = { logDriver: 'awslogs', options: awslogs } as const;
  fake.addTaskDefinition({
    family: 'sample-web',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    containerDefinitions: [{ name: 'web', image: 'registry.example/web:1', memory: 256, logConfiguration }],
  });
  fake.addCluster('shop', { containerInstances: 0 });
  fake.addCluster('live', { containerInstances: 0 });
  const taskDefinition = 'sample-web:1';
  const green = { deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 } } as const;
  const breaker = { deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } } };
  fake.addService('shop', 'web', { taskDefinition, desiredCount: 2, settings: green });
  fake.addService('shop', 'api', { taskDefinition, desiredCount: 2, settings: breaker });
  fake.addService('live', 'web', { taskDefinition, desiredCount: 1, settings: breaker });
}
