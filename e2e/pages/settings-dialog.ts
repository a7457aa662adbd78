import { expect, type Locator, type Page } from '@playwright/test';
import { Form, type Filled } from './form.ts';

/** What holds for the whole app and for single servers. */
export class SettingsDialog {
  readonly page: Page;
  readonly dialog: Locator;
  readonly search: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'Settings' });
    this.search = this.dialog.getByRole('searchbox', { name: 'Search settings' });
  }

  async open(): Promise<void> {
    // Keys that are pressed before the window is drawn are lost.
    await expect(this.page.getByRole('button', { name: 'Settings', exact: true }).first()).toBeVisible();
    await this.page.keyboard.press('ControlOrMeta+,');
    await expect(this.dialog).toBeVisible();
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(this.dialog).toBeHidden();
  }

  async fillIn(values: Filled): Promise<void> {
    await new Form(this.page, this.dialog).fillIn(values);
  }

  /** Adds what is said of a server; the dialog of the settings is there again behind it. */
  async addHost(values: Filled): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Add a host' }).click();
    const host = this.page.getByRole('dialog', { name: 'New host' });
    await new Form(this.page, host).fillIn(values);
    await host.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(host).toBeHidden();
  }
}
