import { expect, type Locator, type Page } from '@playwright/test';

/** The window as a person meets it: everything is found by role and name. */
export class MainWindow {
  readonly page: Page;
  readonly diagnosis: Locator;
  readonly verdict: Locator;
  readonly method: Locator;
  readonly url: Locator;
  readonly exchange: Locator;
  /** The requests that are open, from left to right. */
  readonly tabs: Locator;

  constructor(page: Page) {
    this.page = page;
    this.diagnosis = page.getByRole('complementary', { name: 'Diagnosis' });
    this.verdict = this.diagnosis.getByRole('heading', { level: 2 });
    this.method = page.getByRole('combobox', { name: 'Method' });
    this.url = page.getByRole('textbox', { name: 'URL' });
    this.exchange = page.getByRole('region', { name: 'Exchange' });
    this.tabs = page.getByRole('grid', { name: 'Open requests' }).getByRole('row');
  }

  /** Pastes a text into the box of the first screen and presses Explain. */
  async explain(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Paste what fails' }).fill(text);
    await this.page.getByRole('button', { name: /^Explain/ }).click();
  }

  /** Opens an empty request beside what is open. */
  async newRequest(): Promise<void> {
    await this.page.getByRole('button', { name: 'New request' }).first().click();
    await expect(this.url).toHaveValue('');
  }

  async send(): Promise<void> {
    await this.page
      .getByRole('button', { name: /^Send\b/ })
      .first()
      .click();
  }

  /** Pastes a failing command and sends it. */
  async sendPasted(command: string): Promise<void> {
    await this.explain(command);
    await expect(this.url).toBeVisible();
    await this.send();
  }

  /** The status of the attempt that is shown, as its pill says; within so many milliseconds. */
  async expectStatus(status: number | string, timeout = 10_000): Promise<void> {
    await expect(this.exchange.getByText(String(status), { exact: true }).first()).toBeVisible({ timeout });
  }

  /** Saves the open request under a name, in no folder. */
  async saveRequest(name: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+s');
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
  }

  /** Saves what changed since; it has a name already. */
  async saveAgain(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+s');
    await expect(this.page.getByRole('img', { name: 'not saved' })).toHaveCount(0);
  }

  /** Saves the open request under a name, in folders: "Billing / 2026". */
  async saveRequestIn(name: string, folder: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Shift+s');
    const dialog = this.page.getByRole('dialog', { name: 'Save request' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    await dialog.getByRole('textbox', { name: 'Folder' }).fill(folder);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
  }

  /** The first screen, where what fails is brought in. */
  async start(): Promise<void> {
    await this.page.getByRole('button', { name: 'why401, first screen' }).click();
  }

  async openRequest(name: string): Promise<void> {
    const tree = this.page.getByRole('treegrid', { name: 'Requests' });
    const row = tree.getByText(name, { exact: true });
    const tab = this.page
      .getByRole('navigation', { name: 'Open requests' })
      .getByRole('row', { name, selected: true });
    await expect(async () => {
      // Only the rows that can be seen are drawn: further down it is scrolled to, and from the end to the beginning.
      if (!(await row.isVisible())) {
        await tree.evaluate((list) => {
          const next = list.scrollTop + list.clientHeight;
          list.scrollTop = next >= list.scrollHeight ? 0 : next;
        });
      }
      // Rows move while another host's changes come in: whoever hits the neighbour presses again.
      await row.click({ timeout: 1_000 });
      await expect(tab).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 15_000 });
    await expect(this.url).toBeVisible();
  }

  /** Where the person is asked to log in. */
  async loginAddress(): Promise<string> {
    const link = this.page.getByRole('link', { name: /login page/ }).first();
    const address = await link.getAttribute('href');
    if (address === null) throw new Error('The login link has no address.');
    return address;
  }

  tab(name: string): Locator {
    return this.tabs.filter({ has: this.page.getByText(name, { exact: true }) });
  }

  requestTab(name: string): Locator {
    return this.page.getByRole('tab', { name: new RegExp(`^${name}`) }).first();
  }

  exchangeTab(name: string): Locator {
    return this.page
      .getByRole('region', { name: 'Exchange' })
      .getByRole('tab', { name: new RegExp(`^${name}`) });
  }

  remedy(name: string | RegExp): Locator {
    return this.diagnosis.getByRole('button', { name });
  }

  evidence(index: number): Locator {
    return this.diagnosis.getByRole('list', { name: 'Evidence' }).getByRole('listitem').nth(index);
  }
}
