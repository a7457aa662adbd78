import { expect, test } from './fixtures/app.ts';
import { FirstScreen } from './pages/first-screen.ts';
import { MainWindow } from './pages/main-window.ts';
import { Palette } from './pages/palette.ts';

/** Every lesson as a person takes it: open it, read the verdict, press what is offered, see it answered and marked. */

interface Lesson {
  readonly title: string;
  readonly press: RegExp;
  /** By the label of the question's field. */
  readonly answers?: Readonly<Record<string, string>>;
}

const login = { 'User name': 'alice', Password: 'wonderland' };

const lessons: readonly Lesson[] = [
  { title: 'Access token expired', press: /^Refresh token and retry/ },
  { title: 'Redirect went without credentials', press: /^Send to localhost:\d+ once/ },
  { title: 'Password with ü in the wrong charset', press: /^Encode as Latin-1/ },
  { title: 'Token for another audience', press: /^Get a token for/ },
  {
    title: 'Basic sent where Bearer is wanted',
    press: /^Switch to Bearer/,
    answers: { Token: 'example-api-token' },
  },
  { title: 'A login page that says 200', press: /^Log in by the form/, answers: login },
  { title: 'The word Bearer twice', press: /^Repair the field/ },
  { title: '{{token}} left in the request', press: /^Fill in token/, answers: { token: 'anything' } },
  { title: 'No credentials at all', press: /^Switch to Basic/, answers: login },
  { title: 'Token without the scope', press: /^Ask for orders:write/ },
  {
    title: 'The token request itself is refused',
    press: /^Correct the client/,
    answers: { 'Client secret': 'wonderland' },
  },
  { title: 'API key in the wrong field', press: /^Move it to X-API-Key/ },
  { title: 'Token in the field and in the query', press: /^Send without access_token/ },
  {
    title: 'A field that the API wants is missing',
    press: /^Add X-Tenant-Id/,
    answers: { 'X-Tenant-Id': 'acme' },
  },
  { title: 'Anti-forgery token missing', press: /^Fetch the anti-forgery token/ },
  { title: 'A slash too many in the address', press: /^Correct the address/ },
  { title: 'Signed by a clock that runs behind', press: /^Sign with the server’s clock/ },
  { title: 'Signed for another region', press: /^Sign for us-east-1/ },
  { title: 'Digest with the nonce of yesterday', press: /^Answer with the new nonce/, answers: login },
  { title: 'Too many requests', press: /^Wait, then retry/ },
];

test('all twenty lessons are mended by what the window offers', async ({ page }) => {
  test.setTimeout(180_000);
  const window = new MainWindow(page);
  const palette = new Palette(page);
  const dialog = page.getByRole('dialog', { name: 'Lessons' });
  const remedies = window.diagnosis.getByRole('region', { name: 'What can be done' });
  await expect(new FirstScreen(page).box).toBeFocused();
  for (const { title, press, answers = {} } of lessons) {
    await test.step(title, async () => {
      await palette.run('Lessons: examples that fail…');
      await dialog.getByRole('button', { name: title }).click();
      await expect(window.verdict).not.toHaveText(/^It helped/);
      await expect(remedies.getByRole('button', { name: press }).first()).toBeVisible();
      const other = remedies.getByRole('listitem').getByRole('button', { name: press });
      if ((await other.count()) > 0) await other.first().click();
      for (const [label, value] of Object.entries(answers))
        await remedies.getByLabel(label, { exact: true }).fill(value);
      await remedies.getByRole('button', { name: press }).first().click();
      // A POST is sent twice only by a person who knows.
      const again = remedies.getByRole('button', { name: 'Send it a second time' });
      if (await again.isVisible()) await again.click();
      await expect(window.verdict).toHaveText(/^It helped/);
    });
  }
  await palette.run('Lessons: examples that fail…');
  await expect(dialog.getByText(`${lessons.length} of ${lessons.length} mended`)).toBeVisible();
  await expect(dialog.getByRole('img', { name: 'mended' })).toHaveCount(lessons.length);
});
