import type { Locator, Page } from 'playwright-core';

/** A person who works without a mouse. What is waited for comes within 20 seconds, or an Error says what did not. */
export interface Keyboard {
  press(key: string): Promise<void>;
  /** Runs a command as the palette does; `title` is what the palette shows, with its category. */
  run(title: string): Promise<void>;
  /** Types a label into the open quick pick and chooses the row that has it. */
  choose(label: string): Promise<void>;
  /** Goes down the tree that has the focus, from its top, to a row; gives the row once it has the focus. */
  goTo(name: RegExp): Promise<Locator>;
  /** Opens the row that has the focus, and goes on down to another. */
  into(name: RegExp): Promise<Locator>;
  /** Chooses from the context menu of what has the focus. */
  onMenu(item: string): Promise<void>;
}

/** Everything goes through the keys; no call of it touches the mouse. */
export function keyboardOf(page: Page): Keyboard {
  const press = (key: string) => page.keyboard.press(key);
  const until = async (what: string, holds: () => Promise<boolean>, meanwhile: () => Promise<unknown>) => {
    const end = Date.now() + 20_000;
    while (!(await holds())) {
      if (Date.now() > end) throw new Error(`Not in time: ${what}.`);
      await meanwhile();
      await page.waitForTimeout(50);
    }
  };
  const box = page.locator('.quick-input-widget').filter({ visible: true });
  const line = box.locator('input[type="text"]').first();
  const type = async (text: string): Promise<void> => {
    await line.waitFor();
    await page.keyboard.type(text);
  };
  const accept = async (typed: string): Promise<void> => {
    await press('Enter');
    // The next question takes the same box.
    const written = () => line.evaluateAll((inputs) => inputs.map((it) => (it as HTMLInputElement).value));
    const isLeft = async () => !(await written()).some((text) => text.endsWith(typed));
    await until(`${typed} is taken`, isLeft, async () => undefined);
  };
  const choose = async (label: string): Promise<void> => {
    await type(label);
    const proposed = box.locator('.monaco-list-row.focused .label-name').first();
    const isProposed = async () => (await proposed.allTextContents()).some((text) => text.trim() === label);
    await until(`the choice ${label}`, isProposed, () => press('ArrowDown'));
    await accept(label);
  };
  const run = async (title: string): Promise<void> => {
    const found = box.locator('.label-name').getByText(title, { exact: true }).first();
    const isOffered = async () => {
      await press('F1');
      await type(title);
      return found.waitFor({ timeout: 2_000 }).then(
        () => true,
        () => false,
      );
    };
    // The palette has the commands that were there when it was opened.
    await until(`the command ${title}`, isOffered, () => press('Escape'));
    await accept(title);
  };
  const tree = page.locator('.monaco-list:focus');
  const down = async (name: RegExp): Promise<Locator> => {
    const row = tree.getByRole('treeitem', { name }).and(page.locator('.focused')).first();
    await until(
      `${name} has the focus`,
      async () => (await row.count()) > 0,
      () => press('ArrowDown'),
    );
    return row;
  };
  return {
    press,
    run,
    choose,
    goTo: async (name) => {
      await tree.waitFor();
      await tree.getByRole('treeitem', { name }).first().waitFor();
      await press('Home');
      return down(name);
    },
    into: async (name) => {
      await press('ArrowRight');
      await tree.getByRole('treeitem', { name }).first().waitFor();
      return down(name);
    },
    onMenu: async (item) => {
      await press('Shift+F10');
      const wanted = page.locator('.context-view .action-item.focused').filter({ hasText: item });
      await page.getByRole('menuitem', { name: item, exact: true }).waitFor();
      await until(
        `the item ${item} has the focus`,
        async () => (await wanted.count()) > 0,
        () => press('ArrowDown'),
      );
      await press('Enter');
    },
  };
}
