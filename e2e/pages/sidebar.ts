import type { Locator, Page } from '@playwright/test';

/** Requests, profiles and history beside the work area. */
export class Sidebar {
  readonly page: Page;
  readonly requests: Locator;
  readonly profiles: Locator;
  readonly history: Locator;

  constructor(page: Page) {
    this.page = page;
    this.requests = page.getByRole('treegrid', { name: 'Requests' });
    this.profiles = page.getByRole('grid', { name: 'Profiles' });
    this.history = page.getByRole('grid', { name: 'History' });
  }

  request(name: string): Locator {
    return this.requests.getByRole('row').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  profile(name: string): Locator {
    return this.profiles.getByRole('row').filter({ has: this.page.getByText(name, { exact: true }) });
  }

  /** Rows of the history, the latest first. */
  sent(name: string | RegExp): Locator {
    return this.history.getByRole('row', { name });
  }

  /** Picks an entry of a row's menu. */
  async choose(row: Locator, entry: string): Promise<void> {
    await row.hover();
    await row.getByRole('button', { name: /^Menu of/ }).click();
    await this.page.getByRole('menuitem', { name: entry, exact: true }).click();
  }

  /** Presses the action of the notice that says this. */
  async undo(said: RegExp): Promise<void> {
    const notices = this.page.getByRole('region', { name: 'Notices' });
    await notices
      .getByRole('listitem')
      .filter({ hasText: said })
      .getByRole('button', { name: 'Undo' })
      .click();
  }
}
