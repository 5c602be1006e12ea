import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFile, runCommand } from '../support/workbench/browser';
import { editorOf } from './editor';
import { type Ground, openGround } from './harness';

const file = 'web.task-definition.json';

let ground: Ground;
let page: Page;
let at: ReturnType<typeof editorOf>;
beforeAll(async () => {
  ground = await openGround();
  page = await ground.openPage();
  at = editorOf(ground, page);
});
afterAll(() => ground?.stop());

/** Every file of the workspace, byte for byte. */
function bytes(): ReadonlyMap<string, string> {
  const names = readdirSync(ground.folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(ground.folder, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(ground.folder, name), 'latin1')]));
}

/** The names of the files that differ, and what they hold now. */
function differing(before: ReadonlyMap<string, string>): Readonly<Record<string, string | undefined>> {
  const now = bytes();
  const names = new Set([...before.keys(), ...now.keys()]);
  return Object.fromEntries(
    [...names].flatMap((name) => (before.get(name) === now.get(name) ? [] : [[name, now.get(name)]])),
  );
}

/** Saves all files until those that differ are as expected. */
function saved(before: ReadonlyMap<string, string>, expected: Readonly<Record<string, string>>): Promise<void> {
  const saving = async () => {
    await runCommand(page, 'File: Save All Files');
    return differing(before);
  };
  return expect.poll(saving, { timeout: 30_000 }).toEqual(expected);
}

it('a name in a service file leads to the task definition, and back to all its uses', async () => {
  await openFile(page, 'web.service.json');
  await at.goTo('web.service.json', '"containerName": "web"', '"containerName": "w'.length);
  await expect
    .poll(
      async () => {
        const there = page.locator(`.editor-group-container.active .monaco-editor[data-uri$="${file}"]`);
        // Pressed again at the definition it would show the uses.
        if ((await there.count()) === 0) await page.keyboard.press('F12');
        return there.count();
      },
      { timeout: 20_000, interval: 2_000 },
    )
    .toBe(1);
  await page.keyboard.press('Shift+F12');
  const peek = page.locator('.peekview-widget');
  await peek.waitFor();
  for (const name of [file, 'web.service.json', 'web.appspec.yaml'])
    await peek.locator('.ref-tree').getByText(name, { exact: true }).first().waitFor();
  await ground.screenshot(page, '32-references-across-files');
  await page.keyboard.press('Escape');
});

it('a rename changes exactly the places that mean the same, in all files, and undo restores every byte', async () => {
  const before = bytes();
  await openFile(page, file);
  await at.goTo(file, '"name": "web"', '"name": "w'.length);
  await page.keyboard.press('F2');
  const box = page.locator('.rename-box input');
  await box.waitFor();
  await box.fill('shop');
  await page.keyboard.press('Enter');
  const changed = (name: string, from: string, to: string) => {
    const text = before.get(name) ?? '';
    expect(text.split(from)).toHaveLength(2);
    return text.replace(from, to);
  };
  const expected = {
    [file]: changed(file, '"name": "web"', '"name": "shop"'),
    'web.service.json': changed('web.service.json', '"containerName": "web"', '"containerName": "shop"'),
    'web.appspec.yaml': changed('web.appspec.yaml', 'ContainerName: web', 'ContainerName: shop'),
  };
  await saved(before, expected);

  await openFile(page, file);
  await at.goTo(file, '"name": "shop"');
  await page.keyboard.press('ControlOrMeta+Z');
  await saved(before, {});
});
