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

  /** Takes a scheme for this request alone, found by its label in the one choice. */
  async chooseScheme(label: string): Promise<void> {
    await this.open();
    await this.page
      .getByRole('button', { name: /Authentication$/ })
      .first()
      .click();
    await this.page.getByRole('searchbox', { name: 'Search profiles and schemes' }).fill(label);
    await this.page
      .getByRole('group', { name: 'For this request only' })
      .getByRole('option', { name: label, exact: true })
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
