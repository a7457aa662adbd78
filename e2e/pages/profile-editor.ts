import { expect, type Locator, type Page } from '@playwright/test';

/** The Auth tab while it edits a profile. */
export class ProfileEditor {
  readonly page: Page;
  readonly form: Locator;

  constructor(page: Page) {
    this.page = page;
    this.form = page.getByRole('region', { name: 'Profile' });
  }

  async create(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'New profile' }).first().click();
    await this.fill('Name', name);
  }

  async chooseScheme(label: string): Promise<void> {
    await this.choose('Scheme', label);
  }

  async chooseGrant(label: string): Promise<void> {
    await this.choose('Grant', label);
  }

  async choose(name: string, option: string): Promise<void> {
    await this.form.getByRole('button', { name: new RegExp(`${name}$`) }).click();
    await this.page.getByRole('option', { name: new RegExp(`^${option}`) }).click();
  }

  async fill(name: string, value: string): Promise<void> {
    const box = this.form.getByRole('textbox', { name, exact: true });
    await box.fill(value);
    await box.blur();
  }

  async switchOff(name: string): Promise<void> {
    const control = this.form.getByRole('switch', { name });
    if (await control.isChecked()) await this.form.getByText(name).click();
    await expect(control).not.toBeChecked();
  }

  async discover(): Promise<void> {
    await this.form.getByRole('button', { name: 'Discover' }).click();
    await expect(this.form.getByText('metadata read')).toBeVisible();
  }

  async expectValue(name: string, value: string): Promise<void> {
    await expect(this.form.getByRole('textbox', { name, exact: true })).toHaveValue(value);
  }
}
