import { expect, type Locator, type Page } from '@playwright/test';
import type { App } from '../fixtures/app.ts';

/** The open request as a curl command. */
export class ExportDialog {
  readonly page: Page;
  readonly app: App;
  readonly dialog: Locator;
  readonly command: Locator;

  constructor(app: App) {
    const { page } = app;
    this.page = page;
    this.app = app;
    this.dialog = page.getByRole('dialog', { name: 'Copy as cURL or code' });
    this.command = this.dialog.getByRole('textbox', { name: 'Command' });
  }

  async open(): Promise<void> {
    // A browser keeps the shorter keys for itself.
    await this.page.keyboard.press(this.app.host === 'desktop' ? 'ControlOrMeta+Shift+c' : 'Alt+Shift+c');
    await expect(this.command).not.toHaveValue('');
  }

  async includeSecrets(): Promise<void> {
    await this.dialog.getByRole('radio', { name: 'Included' }).click();
  }

  /** Copies what is shown; the dialog closes. */
  async copy(): Promise<string> {
    await this.dialog.getByRole('button', { name: 'Copy' }).click();
    await expect(this.dialog).toBeHidden();
    return this.app.readClipboard();
  }
}
