import { expect, type Locator, type Page } from '@playwright/test';

/** How the open request proves who sends it. */
export class AuthTab {
  readonly page: Page;
  readonly checks: Locator;

  constructor(page: Page) {
    this.page = page;
    this.checks = page.getByRole('list', { name: 'Checks before sending' });
  }

  async open(): Promise<void> {
    await this.page
      .getByRole('tablist', { name: 'Parts of the request' })
      .getByRole('tab', { name: /^Auth/ })
      .click();
  }

  /** Makes a profile of what this request alone has. */
  async saveAsProfile(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Save as profile…' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Save as profile' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(dialog).toBeHidden();
  }

  field(label: string): Locator {
    return this.page.getByRole('textbox', { name: label, exact: true });
  }

  /** Shows a secret for a while. */
  async reveal(label: string): Promise<void> {
    await this.page
      .getByRole('button', { name: `Show ${label.toLowerCase()} for 30 s` })
      .first()
      .click();
  }

  async copy(label: string): Promise<void> {
    await this.page
      .getByRole('button', { name: `Copy ${label.toLowerCase()}` })
      .first()
      .click();
  }
}
