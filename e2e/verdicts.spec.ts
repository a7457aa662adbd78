import { expect, test } from './fixtures/app.ts';
import { zooMissing, zooToken } from './fixtures/zoo.ts';
import { MainWindow } from './pages/main-window.ts';

/**
 * Each refusal of a real server: paste the command that fails, read the right cause, and where a client can mend it,
 * click the remedy and see 200.
 */

interface Journey {
  readonly name: string;
  readonly command: () => Promise<string> | string;
  /** What the first sending is answered with. */
  readonly status: number;
  readonly verdict: RegExp;
  readonly remedy?: {
    readonly button: RegExp;
    /** By the label of the question's field. */
    readonly answers?: () => Promise<Readonly<Record<string, string>>> | Readonly<Record<string, string>>;
    /** A second button that the question ends with, where it differs. */
    readonly confirm?: RegExp;
  };
}

const api = 'http://127.0.0.1:18142/me';

const journeys: readonly Journey[] = [
  {
    name: 'wrong password',
    command: () => `curl -u alice:wrong http://127.0.0.1:18101/basic/`,
    status: 401,
    verdict: /does not accept user “alice” with this password/,
    remedy: {
      button: /another user name or password/,
      answers: () => ({ 'User name': 'alice', Password: 'wonderland' }),
    },
  },
  {
    name: 'expired token',
    command: async () => {
      const token = await zooToken('svc-short');
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      return `curl -H 'Authorization: Bearer ${token}' ${api}`;
    },
    status: 401,
    verdict: /token expired \d+\ss before the request/i,
    remedy: { button: /another token/, answers: async () => ({ Token: await zooToken('svc-basic') }) },
  },
  {
    name: 'wrong audience',
    command: async () => `curl -H 'Authorization: Bearer ${await zooToken('svc-other')}' ${api}`,
    status: 401,
    verdict: /urn:zoo:other/,
    remedy: { button: /another token/, answers: async () => ({ Token: await zooToken('svc-basic') }) },
  },
  {
    name: 'Basic sent to Bearer',
    command: () => `curl -u alice:wonderland ${api}`,
    status: 400,
    verdict: /Basic .*Bearer/,
    remedy: { button: /Switch to Bearer/, answers: async () => ({ Token: await zooToken('svc-basic') }) },
  },
  {
    name: 'doubled Bearer',
    command: async () => `curl -H 'Authorization: Bearer Bearer ${await zooToken('svc-basic')}' ${api}`,
    status: 400,
    verdict: /scheme stands twice/,
    remedy: { button: /Repair the field/ },
  },
  {
    name: 'placeholder left in',
    command: () => `curl -H 'Authorization: Bearer {{token}}' ${api}`,
    status: 401,
    verdict: /\{\{token\}\}/,
    remedy: { button: /Fill in token/, answers: async () => ({ token: await zooToken('svc-basic') }) },
  },
  {
    name: 'redirect that drops the field',
    command: () => `curl -L -u alice:wonderland http://127.0.0.1:18111/r/host`,
    status: 401,
    verdict: /redirect to localhost:18111 went without credentials/i,
    remedy: { button: /Send to localhost:18111 once/ },
  },
  {
    name: 'proxy that asks for a login',
    command: () => `curl -x http://127.0.0.1:18121 http://127.0.0.1:18111/open.json`,
    status: 407,
    verdict: /proxy/i,
    remedy: {
      button: /Log in to the proxy/,
      answers: () => ({ 'User name for the proxy': 'alice', 'Password for the proxy': 'wonderland' }),
    },
  },
];

for (const journey of journeys) {
  test(`${journey.name}: read the cause, mend it, see 200`, async ({ page }) => {
    const missing = await zooMissing();
    test.skip(missing !== undefined, missing);
    const window = new MainWindow(page);
    await window.sendPasted(await journey.command());
    await window.expectStatus(journey.status);
    await expect(window.verdict).toHaveText(journey.verdict);
    const { remedy } = journey;
    if (remedy === undefined) return;
    for (const [label, value] of Object.entries((await remedy.answers?.()) ?? {})) {
      await window.diagnosis.getByLabel(label, { exact: true }).fill(value);
    }
    await window.remedy(remedy.button).click();
    if (remedy.confirm !== undefined) await window.remedy(remedy.confirm).click();
    await expect(window.verdict).toHaveText(/^It helped/);
    await expect(window.diagnosis.getByText('200', { exact: true }).first()).toBeVisible();
  });
}
