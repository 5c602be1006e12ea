import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { chooseFromMenu } from '../support/workbench/browser';

/** What a person who deploys looks at and clicks. */
export function deploying(page: Page) {
  const row = (name: RegExp) => page.getByRole('treeitem', { name }).first();
  const lens = (title: string) => page.locator('.codelens-decoration').getByText(title, { exact: true }).first();
  // Notifications have the role of a dialog too.
  const question = page.locator('.monaco-dialog-box');
  return {
    row,
    lens,
    /** Clicks a CodeLens until the question comes: one that is being made anew takes no click. */
    ask: async (title: string) => {
      const isAsked = async () => {
        await lens(title).click();
        return question.waitFor({ timeout: 4_000 }).then(
          () => true,
          () => false,
        );
      };
      await expect.poll(isAsked, { timeout: 20_000 }).toBe(true);
    },
    /** Of the activity bar. */
    tab: (name: string) => page.getByRole('tab', { name }),
    /** A button above the editor. */
    button: (title: string) => page.getByRole('button', { name: title }).filter({ visible: true }).first(),
    /** The modal question before something is changed. */
    question,
    toast: (text: RegExp) => page.locator('.notification-toast').filter({ hasText: text }).first(),
    /** The lines of the terminal in front. */
    terminal: () => page.locator('.terminal-wrapper.active .xterm-rows'),
    menu: (of: Locator, item: string) => chooseFromMenu(page, of, item),
  };
}
