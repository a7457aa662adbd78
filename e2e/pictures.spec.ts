import { join } from 'node:path';
import { expect, test } from './fixtures/app.ts';
import { MainWindow } from './pages/main-window.ts';

/** Pictures of the README. They are kept only on demand (WHY401_PICTURES=1); what they show is checked every time. */
const keep = process.env['WHY401_PICTURES'] === '1';

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ viewport: { width: 1280, height: 800 }, colorScheme: theme });

    test(`a verdict, then what helped, ${theme}`, async ({ page }, testInfo) => {
      const window = new MainWindow(page);
      const picture = (name: string): string =>
        keep ? join('docs', 'pictures', `${name}-${theme}.png`) : testInfo.outputPath(`${name}.png`);

      await page.getByRole('button', { name: /Access token expired/ }).click();
      await expect(window.verdict).toHaveText(/^Access token expired .+ before the request$/);
      await expect(window.evidence(0)).toContainText('The token’s exp is');
      await expect(window.remedy(/Refresh token and retry/)).toBeVisible();
      await page.screenshot({ path: picture('verdict') });

      await window.remedy(/Refresh token and retry/).click();
      await expect(window.verdict).toHaveText(/^It helped/);
      await expect(page.getByText('not present')).toBeVisible();
      await page.screenshot({ path: picture('compared') });
    });
  });
}
