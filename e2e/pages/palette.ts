import { expect, type Locator, type Page } from '@playwright/test';

/** Search, commands, and a place to paste. */
export class Palette {
  readonly page: Page;
  readonly dialog: Locator;
  readonly search: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'Search, run a command or paste anything' });
    this.search = this.dialog.getByRole('searchbox', { name: 'Search or command' });
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+k');
    await expect(this.search).toBeFocused();
  }

  /** Runs a command by its label. */
  async run(command: string): Promise<void> {
    await this.open();
    await this.search.fill(command);
    await this.dialog.getByRole('option', { name: command }).first().click();
    await expect(this.dialog).toBeHidden();
  }
}
