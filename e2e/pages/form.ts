import { expect, type Locator, type Page } from '@playwright/test';

/** What a form is filled with, by the labels that a person reads. */
export type Filled = Readonly<Record<string, string | boolean>>;

/** Any form of the window: texts, secrets, choices and switches are told apart as a person does it. */
export class Form {
  readonly page: Page;
  readonly root: Locator;

  constructor(page: Page, root: Locator) {
    this.page = page;
    this.root = root;
  }

  /** In the order given: what is chosen first may bring the fields that come next. */
  async fillIn(values: Filled): Promise<void> {
    for (const [label, value] of Object.entries(values)) {
      await (typeof value === 'boolean' ? this.turn(label, value) : this.set(label, value));
    }
  }

  private async turn(label: string, on: boolean): Promise<void> {
    const control = this.root.getByRole('switch', { name: new RegExp(`^${label}`) });
    if ((await control.isChecked()) !== on) await control.press('Space');
    await expect(control).toBeChecked({ checked: on });
  }

  private async set(label: string, value: string): Promise<void> {
    const text = this.root.getByRole('textbox', { name: label, exact: true });
    const group = this.root.getByRole('radiogroup', { name: label, exact: true });
    const choice = this.root.getByRole('button', { name: new RegExp(`\\b${label}$`) });
    await expect(text.or(group).or(choice).first()).toBeVisible();
    if ((await text.count()) > 0) {
      await text.fill(value);
      await text.blur();
    } else if ((await group.count()) > 0) {
      await group.getByRole('radio', { name: value, exact: true }).click();
    } else {
      await choice.click();
      await this.page.getByRole('option', { name: new RegExp(`^${value}`) }).click();
    }
  }
}
