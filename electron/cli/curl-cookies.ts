import { readFile, writeFile } from 'node:fs/promises';
import { utf8ByteString, utf8OfBytes } from '../../shared/exchange/bytes.ts';
import type { Cookie } from '../../shared/cookies/cookie.ts';
import { readNetscapeFile, writeNetscapeFile } from '../../shared/cookies/netscape-file.ts';
import { valuesOf } from '../../shared/exchange/fields.ts';
import type { CurlCookies } from '../../shared/import/curl-cookies.ts';
import type { CookieJar } from '../cookies/cookie-jar.ts';
import { hasTypedCookie, withCookies } from '../cookies/hop-cookies.ts';
import type { HopCookies } from '../net/execute.ts';
import { UsageError, type Shell } from './command.ts';

/** The cookies of one command line: a jar that is filled from files and written to one. */
export interface CommandCookies {
  readonly hops: HopCookies;
  /** To the file of -c, where there is one. @throws UsageError where it cannot be written */
  save(shell: Shell): Promise<void>;
}

/** As in curl, there are no cookies before -b or -c asks for them. */
export const commandCookies = async (said: CurlCookies): Promise<CommandCookies | undefined> => {
  if (said.files.length === 0 && said.jarFile === undefined) return undefined;
  const { createCookieJar } = await import('../cookies/cookie-jar.ts');
  const kept: Cookie[] = [];
  for (const file of said.files) kept.push(...(await cookiesIn(file, said.isNewSession)));
  const jar = createCookieJar(kept);
  return { hops: jarHops(jar, said.hasTyped), save: (shell) => saveTo(said.jarFile, jar, shell) };
};

/** A -H Cookie stands alone; what -b names goes beside the jar's cookies. */
const jarHops = (jar: CookieJar, besideTyped: boolean): HopCookies => ({
  before: (request, redirectedFrom) => {
    if (hasTypedCookie(request) && !besideTyped) return Promise.resolve(request);
    const { method, url } = request;
    return Promise.resolve(withCookies(request, jar.choose(url, { method, redirectedFrom }, Date.now())));
  },
  after: (url, response) => {
    jar.receive(url, valuesOf(response.fields, 'Set-Cookie'), Date.now());
    return Promise.resolve();
  },
});

/** A file that is not there yet holds none, as in curl: the first -b and -c of a script name the same one. */
const cookiesIn = async (file: string, isNewSession: boolean): Promise<readonly Cookie[]> => {
  if (file === '') return [];
  const text = await readFile(file, 'utf8').catch(() => '');
  return readNetscapeFile(text)
    .cookies.filter(({ expiresAtMs }) => !isNewSession || expiresAtMs !== undefined)
    .map((cookie) => asWritten(cookie, utf8ByteString));
};

const saveTo = async (file: string | undefined, jar: CookieJar, shell: Shell): Promise<void> => {
  if (file === undefined) return;
  const text = writeNetscapeFile(jar.all(Date.now()).map((cookie) => asWritten(cookie, utf8OfBytes)));
  if (file === '-') {
    shell.stdout.write(text);
    return;
  }
  await writeFile(file, text, { mode: 0o600 }).catch(() => {
    throw new UsageError(`The cookie jar ${file} cannot be written.`);
  });
};

/** The jar holds bytes, a file text. */
const asWritten = (cookie: Cookie, change: (text: string) => string): Cookie => ({
  ...cookie,
  name: change(cookie.name),
  value: change(cookie.value),
  path: change(cookie.path),
});
