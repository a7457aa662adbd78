import { expect, type Locator, type Page } from '@playwright/test';

export interface TypedVariable {
  readonly name: string;
  readonly value: string;
  readonly secret?: true;
}

/** The variables of an environment, a folder or the workspace. */
export class VariablesDialog {
  readonly page: Page;
  readonly dialog: Locator;

  constructor(page: Page, name: string) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name });
  }

  /** Types them into a table that is empty. */
  async add(variables: readonly TypedVariable[]): Promise<void> {
    for (const [index, variable] of variables.entries()) {
      await this.dialog.getByRole('textbox', { name: 'New variable, name' }).fill(variable.name);
      if (variable.secret) {
        await this.dialog.getByRole('button', { name: `Keep ${variable.name} in the vault` }).click();
      }
      await this.dialog.getByRole('textbox', { name: `Variable ${index + 1}, value` }).fill(variable.value);
    }
  }

  async save(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(this.dialog).toBeHidden();
  }
}
