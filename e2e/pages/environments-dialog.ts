import { expect, type Locator, type Page } from '@playwright/test';
import { VariablesDialog, type TypedVariable } from './variables-dialog.ts';

export class EnvironmentsDialog {
  readonly page: Page;
  readonly dialog: Locator;
  readonly #variables: VariablesDialog;

  constructor(page: Page) {
    this.page = page;
    this.#variables = new VariablesDialog(page, 'Environments');
    this.dialog = this.#variables.dialog;
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
    await this.#variables.add(variables);
    await this.#variables.save();
  }

  async choose(name: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Environment:/ }).click();
    await this.page
      .getByRole('menuitem', { name: new RegExp(`^${name}`) })
      .or(this.page.getByRole('menuitemradio', { name }))
      .click();
  }
}
