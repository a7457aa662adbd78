import { expect, type Locator, type Page } from '@playwright/test';

/** Where what fails is brought in. */
export class FirstScreen {
  readonly page: Page;
  readonly box: Locator;

  constructor(page: Page) {
    this.page = page;
    this.box = page.getByRole('textbox', { name: 'Paste what fails' });
  }

  /** Opens an example, which sends its request to a server inside why401, and waits for the verdict. */
  async openExample(title: string): Promise<void> {
    await this.page.getByRole('button', { name: title }).click();
    await expect(this.page.getByRole('complementary', { name: 'Diagnosis' })).toBeVisible();
  }
}
