import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CreateServiceCommand, ECSClient, ListTaskDefinitionsCommand, ListTasksCommand } from '@aws-sdk/client-ecs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { clientOptions, fargatePlacement } from '../support/endpoint/index.mjs';
import { answer, openFile, pick, quickInputTitle } from '../support/workbench/browser';
import { deploying } from './deploying';
import { type Ground, openGround } from './harness';

const file = 'web.task-definition.json';
let ground: Ground;
let page: Page;
let ecs: ECSClient;

beforeAll(async () => {
  ground = await openGround({ endpoint: 'moto', settings: { 'terminal.integrated.gpuAcceleration': 'off' } });
  page = await ground.openPage();
  ecs = new ECSClient(clientOptions(ground.endpoint?.url ?? ''));
});
afterAll(async () => {
  ecs?.destroy();
  await ground?.stop();
});

const person = () => deploying(page);

it('the first run of a file asks where, keeps the answers as a target, and runs to RUNNING', async () => {
  const { button, question, toast } = person();
  await openFile(page, file);
  await button('Register and Run Task').click();
  await pick(page, 'playground');
  await expect.poll(() => quickInputTitle(page), { timeout: 20_000 }).toMatch(/New Target of sample-web/);
  await pick(page, 'subnet-');
  await page.keyboard.press('Enter');
  // The default group is ticked already; without one the endpoint fails.
  await page.locator('.quick-input-widget').getByText('default VPC security group').waitFor();
  await page.keyboard.press('Enter');
  await pick(page, 'Yes');
  await pick(page, '1 task');
  await answer(page, 'sample');
  await question.getByText('Will call: ecs:RegisterTaskDefinition, ecs:RunTask').waitFor();
  await question.getByRole('button', { name: 'Register and Run' }).click();
  await toast(/sample-web in playground: sample-web:1 is running\./).waitFor({ timeout: 30_000 });
  const settings = readFileSync(join(ground.folder, '.vscode', 'settings.json'), 'utf8');
  expect(JSON.parse(settings)['taskdef.targets']).toMatchObject({
    sample: { file, kind: 'run', account: '123456789012', cluster: 'playground', launchType: 'FARGATE' },
  });
});

it('its logs are one click from the message, and what there is of them is told', async () => {
  const { toast, terminal } = person();
  await toast(/is running/)
    .getByRole('button', { name: 'Show Logs' })
    .click();
  await terminal()
    .getByText(/log group \/ecs\/sample-web/i)
    .waitFor();
});

it('the next run is one click and Enter, and registers nothing', async () => {
  const { ask, question, toast } = person();
  await openFile(page, file);
  await ask('Run sample');
  await question.getByText('(unchanged: not registered again)').waitFor();
  await question.getByText('Will call: ecs:RunTask').waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => held(), { timeout: 30_000 }).toEqual({ tasks: 2, revisions: 1 });
  await toast(/sample-web:1 is running\./).waitFor();
});

it('a task is stopped from its row', async () => {
  const { question, toast, row, menu } = person();
  await toast(/is running/)
    .getByRole('button', { name: 'Show in Clusters' })
    .click();
  const task = row(/^Task \S+ of sample-web:1, running/);
  await task.waitFor();
  await menu(task, 'Stop Task…');
  await answer(page, 'No longer wanted');
  await question.getByText('Reason: No longer wanted').waitFor();
  await question.getByRole('button', { name: 'Stop Task' }).click();
  await row(/^Task \S+ of sample-web:1, stopped.*No longer wanted/).waitFor();
});

it('a service is updated: registered, updated, and told how it ended', async () => {
  const { button, question, toast } = person();
  await ecs.send(
    new CreateServiceCommand({
      ...{ cluster: 'playground', serviceName: 'site', taskDefinition: 'sample-web:1', desiredCount: 2 },
      ...(ground.endpoint && fargatePlacement(ground.endpoint.seeded)),
    }),
  );
  await openFile(page, file);
  const path = join(ground.folder, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace('unprivileged:1.27', 'unprivileged:1.28'));
  await page.locator('.view-lines').getByText('unprivileged:1.28').first().waitFor();
  await button('Deploy to Service').click();
  await pick(page, 'playground');
  await pick(page, 'site');
  await answer(page, 'site');
  await question.getByText('Task definition: sample-web:1 → sample-web:2 (next revision)').waitFor();
  await ground.screenshot(page, '51-update-plan');
  await question.getByRole('button', { name: 'Deploy', exact: true }).click();
  const done = toast(/site in playground: sample-web:2 is deployed\./);
  await done.waitFor({ timeout: 60_000 });
  await done.getByRole('button', { name: 'Show in Activity' }).click();
  await person()
    .row(/^Deployment site in playground, deployed · sample-web:2/)
    .waitFor();
  await ground.screenshot(page, '52-deployed');
});

it('deployed again unchanged, nothing is registered, and it says so', async () => {
  const { lens, toast } = person();
  await openFile(page, file);
  await lens('Deploy to playground/site').click();
  await toast(/Nothing to do: playground\/site uses sample-web:2 already, which says the same as the file\./).waitFor();
  expect((await held()).revisions).toBe(2);
});

/** What the endpoint holds of the sample: tasks that run, and revisions. */
async function held() {
  const { taskArns = [] } = await ecs.send(new ListTasksCommand({ cluster: 'playground', desiredStatus: 'RUNNING' }));
  const listed = await ecs.send(new ListTaskDefinitionsCommand({ familyPrefix: 'sample-web' }));
  return { tasks: taskArns.length, revisions: listed.taskDefinitionArns?.length };
}
