import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { typeIntoQuickInput } from '../support/workbench/browser';
import type { Ground } from './harness';

/** What a person does in the editor in front, and what they see there. */
export function editorOf(ground: Ground, page: Page) {
  const editor = page.locator('.monaco-editor[data-uri]').filter({ visible: true }).first();
  return {
    editor,
    lines: editor.locator('.view-lines'),
    squiggles: editor.locator('.squiggly-error, .squiggly-warning'),
    /** Opens the menu of the light bulb until it holds a fix, which is given. */
    async fix(title: string) {
      const found = page.locator('.action-widget').getByText(title).first();
      const isOffered = async () => {
        await page.keyboard.press('ControlOrMeta+.');
        return found.waitFor({ timeout: 2000 }).then(
          () => true,
          () => page.keyboard.press('Escape').then(() => false),
        );
      };
      // On a busy machine the fixes of the text before may be asked for.
      await expect.poll(isOffered, { timeout: 20_000 }).toBe(true);
      return found;
    },
    suggestion: (label: string) => page.locator('.suggest-widget.visible').getByText(label).first(),
    toast: (text: RegExp) => page.locator('.notification-toast').filter({ hasText: text }).first(),
    /** Puts the cursor before the first place of `piece` in the saved file, plus `within` characters. */
    async goTo(file: string, piece: string, within = 0) {
      const text = readFileSync(join(ground.folder, file), 'utf8');
      const before = text.slice(0, text.indexOf(piece) + within).split('\n');
      expect(text).toContain(piece);
      await page.keyboard.press('Control+G');
      await typeIntoQuickInput(page, `:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`);
      await page.keyboard.press('Enter');
      // What is typed before the box is gone goes into it.
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    },
    /** Saves until the file holds a text. */
    async saves(file: string, ...pieces: readonly string[]) {
      await expect
        .poll(
          async () => {
            await page.keyboard.press('ControlOrMeta+S');
            await page.waitForTimeout(300);
            const text = readFileSync(join(ground.folder, file), 'utf8');
            return pieces.filter((piece) => !text.includes(piece));
          },
          { timeout: 15_000 },
        )
        .toEqual([]);
      return readFileSync(join(ground.folder, file), 'utf8');
    },
    async hover(word: string) {
      await editor.locator('.view-lines').getByText(word).first().hover();
      const hover = page.locator('.monaco-hover').filter({ visible: true }).getByText('API Reference').first();
      await hover.waitFor();
    },
  };
}
