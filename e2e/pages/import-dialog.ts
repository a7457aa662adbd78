import { expect, type Locator, type Page } from '@playwright/test';

/** What an import will bring, before it is kept. */
export class ImportDialog {
  readonly dialog: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: /^Import / });
  }

  async expectToBring(label: string, rows: readonly RegExp[]): Promise<void> {
    await expect(this.dialog).toHaveAccessibleName(`Import ${label}`);
    await expect(
      this.dialog.getByRole('list', { name: 'Requests to import' }).getByRole('listitem'),
    ).toHaveText([...rows]);
  }

  async expectLeft(sentence: string): Promise<void> {
    await expect(this.dialog.getByText(sentence)).toBeVisible();
  }

  async take(folder?: string): Promise<void> {
    if (folder !== undefined) await this.dialog.getByRole('textbox', { name: 'Into folder' }).fill(folder);
    await this.dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(this.dialog).toBeHidden();
  }
}
