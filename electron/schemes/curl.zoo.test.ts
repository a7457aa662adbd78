import { execFile } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { compose } from '../../shared/compose/compose.ts';
import { firstRequest, stillWorld } from '../../shared/compose/will-send.ts';
import { exportCurl } from '../../shared/export/curl.ts';
import { schemeById } from '../../shared/schemes/index.ts';
import type { OpenSettings } from '../../shared/schemes/scheme.ts';
import { emptyDraft } from '../../shared/workspace/draft.ts';
import { allListen } from '../zoo.test-support.ts';
import { senderOf, statusesOf } from './zoo.test-support.ts';

const up = await allListen([18101, 18105, 18123, 18131]);
if (!up) console.log('skipped: exported commands against the auth zoo, since it is not up.');

const exported = (url: string, id: string, given: OpenSettings) => {
  const scheme = schemeById(id);
  const settings = scheme?.settings.parse(given);
  if (scheme === undefined || settings === undefined) throw new Error(`no scheme ${id}`);
  const composed = compose({
    draft: { ...emptyDraft('id'), url },
    settings: { scheme, settings, note: 'own' },
    variables: new Map(),
    boundary: 'b',
    userAgent: 'why401/test',
  });
  const request = composed.ok ? firstRequest(composed.flow(stillWorld)) : undefined;
  const words = request && scheme.curl?.(settings, request);
  if (request === undefined || words === undefined) throw new Error('nothing is exported');
  const way = { followRedirects: false, maxRedirects: 5, timeoutMs: 0, verifyTls: true };
  return exportCurl({ ...request, settings: way }, { secrets: 'included', schemeWords: words });
};

/** Status of the last answer that the command got, run by a shell. */
const statusOf = (command: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const script = `${command} --silent --output /dev/null --write-out '%{http_code}'`;
    execFile('sh', ['-c', script], { timeout: 20_000 }, (error, out) =>
      error === null ? resolve(Number(out)) : reject(error),
    );
  });

const alice = { username: 'alice', password: 'wonderland' };

describe.runIf(up)('the exported command, run by curl, ends as our own Send does', () => {
  test.each<[string, string, OpenSettings]>([
    ['http://127.0.0.1:18101/digest/?a=b%20c', 'digest', alice],
    ['http://127.0.0.1:18101/digest/', 'digest', { ...alice, password: 'x' }],
    ['http://127.0.0.1:18105/digest-sha256/', 'digest', alice],
    ['http://127.0.0.1:18105/digest-both/', 'digest', alice],
    ['http://127.0.0.1:18131/digest-auth/auth/alice/wonderland/MD5', 'digest', alice],
    ['http://127.0.0.1:18123/open.json', 'ntlm', { username: 'ZOO\\nobody', password: 'wonderland' }],
    ['http://127.0.0.1:18123/open.json', 'ntlm', { username: 'nobody', domain: 'ZOO', password: 'x' }],
  ])('%s %s %j', async (url, scheme, settings) => {
    const { command, notes } = exported(url, scheme, settings);
    expect(notes).toEqual([]);
    expect(await statusOf(command)).toBe(statusesOf(await senderOf(scheme)(url, settings)).at(-1));
  });

  test('what curl cannot do is noted', () => {
    const auth = { ...alice, qop: 'auth-int', algorithm: 'SHA-512-256' };
    expect(exported('http://127.0.0.1:18105/digest-sha512-256/', 'digest', auth).notes).toHaveLength(3);
  });
});
