import type { Locator, Page } from 'playwright-core';

/** What a person who deploys looks at and clicks. */
export function deploying(page: Page) {
  const row = (name: RegExp) => page.getByRole('treeitem', { name }).first();
  return {
    row,
    /** Of the activity bar. */
    tab: (name: string) => page.getByRole('tab', { name }),
    /** A button above the editor. */
    button: (title: string) => page.getByRole('button', { name: title }).filter({ visible: true }).first(),
    lens: (title: string) => page.locator('.codelens-decoration').getByText(title, { exact: true }).first(),
    /** The modal question before something is changed. */
    question: page.getByRole('dialog'),
    toast: (text: RegExp) => page.locator('.notification-toast').filter({ hasText: text }).first(),
    /** The lines of the terminal in front. */
    terminal: () => page.locator('.terminal-wrapper.active .xterm-rows'),
    /** Chooses from the menu of a row; a click right after the menu has opened goes nowhere. */
    menu: async (of: Locator, item: string) => {
      await of.click({ button: 'right' });
      await page.getByRole('menuitem', { name: item }).hover();
      await page.keyboard.press('Enter');
    },
  };
}
