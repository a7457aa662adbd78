import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from './fixtures/app.ts';
import { startRecordingServer, type RecordedRequest } from './fixtures/recording-server.ts';
import { ExportDialog } from './pages/export-dialog.ts';
import { MainWindow } from './pages/main-window.ts';

/** A copied command is the request: a shell that runs it puts the same bytes on the wire as Send did. */

interface Exported {
  readonly name: string;
  /** Pasted to make the request. */
  readonly paste: (origin: string) => string;
  /** Stands in the command only where secrets are included. */
  readonly secret: string;
}

const exported: readonly Exported[] = [
  {
    name: 'Basic with a password beyond ASCII',
    paste: (origin) => `curl -u 'zoë:pâss wörd €"\\$x' '${origin}/basic?q=a%20b&c'`,
    secret: 'pâss wörd',
  },
  {
    name: 'Bearer',
    paste: (origin) => `curl -H 'Authorization: Bearer tok.en_77-QX' -H 'X-Empty;' '${origin}/bearer'`,
    secret: 'tok.en_77-QX',
  },
  {
    name: 'a key in a field',
    paste: (origin) => `curl -H 'X-API-Key: key-in-a-field-31' -H 'Accept: text/csv' '${origin}/key'`,
    secret: 'key-in-a-field-31',
  },
  {
    name: 'a key in the query',
    paste: (origin) => `curl '${origin}/query?api_key=key-in-query-92&z=%7B1%7D'`,
    secret: 'key-in-query-92',
  },
  {
    name: 'a body with quotes, line breaks and other alphabets',
    paste: (origin) =>
      `curl -X PATCH '${origin}/body' -H 'Content-Type: application/json' -H 'Authorization: Bearer tok-body-5' ` +
      `--data-raw $'{"say":"it\\'s \\\\"quoted\\\\" & $HOME \\\\\\\\ %d \`id\`",\\n\\t"lang":"日本語 – żółć 🙂"}\\r\\n'`,
    secret: 'tok-body-5',
  },
];

const hasCurl = (): boolean => {
  try {
    execFileSync('curl', ['--version'], { stdio: 'ignore' });
    return process.platform !== 'win32';
  } catch {
    return false;
  }
};

/** As a person's shell would, without what a person's curl is told by default. */
const runInShell = (command: string, home: string): Promise<unknown> =>
  promisify(execFile)('sh', ['-c', command], {
    env: { PATH: process.env['PATH'], HOME: home, LC_ALL: 'C.UTF-8', NO_PROXY: '*' },
    timeout: 20_000,
  });

/** Curl has an order of its own for fields of different names; nothing else may differ. */
const inNameOrder = (request: RecordedRequest): RecordedRequest => ({
  ...request,
  fields: request.fields.toSorted(([a], [b]) => a.localeCompare(b)),
});

test('a copied command sends what Send sent', async ({ app }) => {
  test.skip(!hasCurl(), 'there is no curl to run the command with');
  test.setTimeout(90_000);
  const server = await startRecordingServer();
  const window = new MainWindow(app.page);
  const dialog = new ExportDialog(app);
  for (const { name, paste, secret } of exported) {
    await test.step(name, async () => {
      await window.start();
      await window.sendPasted(paste(server.origin));
      await window.expectStatus(200);
      const sent = server.last();

      await dialog.open();
      await expect(dialog.command).not.toHaveValue(new RegExp(secret));
      await expect(dialog.command).toHaveValue(/•{8}/);
      expect(await dialog.copy()).not.toContain(secret);

      await dialog.open();
      await dialog.includeSecrets();
      await expect(dialog.command).toHaveValue(new RegExp(secret));
      await expect(dialog.dialog.getByText(/can use the credentials/)).toBeVisible();
      const command = await dialog.copy();
      const count = server.requests.length;
      await runInShell(command, app.home);
      expect(server.requests.length, command).toBe(count + 1);
      expect(inNameOrder(server.last()), command).toEqual(inNameOrder(sent));
    });
  }

  await test.step('the next export is masked again', async () => {
    await dialog.open();
    await expect(dialog.command).not.toHaveValue(/tok-body-5/);
  });
  await server.close();
});
