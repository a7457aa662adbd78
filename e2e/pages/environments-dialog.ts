import { expect, type Locator, type Page } from '@playwright/test';

export interface TypedVariable {
  readonly name: string;
  readonly value: string;
  readonly secret?: true;
}

export class EnvironmentsDialog {
  readonly page: Page;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'Environments' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: /^Environment:/ }).click();
    await this.page.getByRole('menuitem', { name: /^Edit environments/ }).click();
    await expect(this.dialog).toBeVisible();
  }

  async create(name: string, variables: readonly TypedVariable[]): Promise<void> {
    await this.open();
    await this.dialog.getByRole('button', { name: /^New/ }).click();
    await this.dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    for (const [index, variable] of variables.entries()) {
      await this.dialog.getByRole('textbox', { name: 'New variable, name' }).fill(variable.name);
      if (variable.secret) {
        await this.dialog.getByRole('button', { name: `Keep ${variable.name} in the vault` }).click();
      }
      await this.dialog.getByRole('textbox', { name: `Variable ${index + 1}, value` }).fill(variable.value);
    }
    await this.dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(this.dialog).toBeHidden();
  }

  async choose(name: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Environment:/ }).click();
    await this.page
      .getByRole('menuitem', { name: new RegExp(`^${name}`) })
      .or(this.page.getByRole('menuitemradio', { name }))
      .click();
  }
}
