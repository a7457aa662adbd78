import { expect, type Locator, type Page } from '@playwright/test';

/** The cookies of the open request, and the jar that they come from. */
export class CookiesTab {
  readonly page: Page;
  readonly willSend: Locator;
  readonly jar: Locator;

  constructor(page: Page) {
    this.page = page;
    this.willSend = page.getByRole('region', { name: 'Cookies of this request' });
    this.jar = page.getByRole('region', { name: 'Cookie jar' });
  }

  async open(): Promise<void> {
    await this.page
      .getByRole('tablist', { name: 'Parts of the request' })
      .getByRole('tab', { name: /^Cookies/ })
      .click();
  }

  row(name: string): Locator {
    return this.jar.getByRole('row', { name: new RegExp(`^${name}\\b`) });
  }

  async edit(name: string, change: Readonly<Record<string, string>>): Promise<void> {
    await this.row(name)
      .getByRole('button', { name: `Edit ${name}` })
      .click();
    const dialog = this.page.getByRole('dialog', { name: 'Edit cookie' });
    for (const [label, text] of Object.entries(change)) {
      await dialog.getByRole('textbox', { name: label, exact: true }).fill(text);
    }
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
  }

  async importFile(text: string): Promise<void> {
    await this.jar.getByRole('button', { name: 'Import…' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Import cookies' });
    await dialog.getByRole('textbox', { name: 'Cookie file' }).fill(text);
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(dialog).toBeHidden();
  }
}
