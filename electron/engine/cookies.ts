import { utf8ByteString, utf8OfBytes } from '../../shared/exchange/bytes.ts';
import type { Cookie, CookieKey } from '../../shared/cookies/cookie.ts';
import { readCookies } from '../../shared/cookies/read-cookies.ts';
import type { Handlers } from '../../shared/ipc/contract.ts';
import type { CookiePreview } from '../../shared/ipc/replies.ts';
import type { OutgoingRequest } from '../../shared/schemes/scheme.ts';
import type { Draft } from '../../shared/workspace/draft.ts';
import { hasTypedCookie } from '../cookies/hop-cookies.ts';
import { EngineError } from '../errors.ts';
import { jarKey, type EngineContext } from './context.ts';

type CookieCommands = 'cookies' | 'saveCookie' | 'deleteCookies' | 'importCookies';

/** The jar holds bytes; a person reads and types text. */
const asText = (cookie: Cookie): Cookie => ({
  ...cookie,
  ...keyAs(cookie, utf8OfBytes),
  value: utf8OfBytes(cookie.value),
});
const asBytes = (cookie: Cookie): Cookie => ({
  ...cookie,
  ...keyAs(cookie, utf8ByteString),
  value: utf8ByteString(cookie.value),
});
const keyAs = ({ name, domain, path }: CookieKey, change: (text: string) => string): CookieKey => ({
  name: change(name),
  domain,
  path: change(path),
});

/** What would make a Cookie field say something else than the jar does. */
const problemOf = ({ name, value, domain }: Cookie): string | undefined => {
  if (/[\r\n\0]/.test(`${name}${value}`)) return 'A cookie holds no line breaks; remove them.';
  if (/[=;\s]/.test(name)) return 'The name of a cookie holds no spaces, no “=” and no “;”.';
  if (value.includes(';')) return 'The value of a cookie holds no “;”: it would end there.';
  if (name === '' && value === '') return 'Give the cookie a name.';
  const host = URL.canParse(`http://${domain}/`) ? new URL(`http://${domain}/`).hostname : '';
  if (host !== domain) return `“${domain}” is no host name, or not written as the wire has it.`;
  return undefined;
};

export const cookieHandlers = (context: EngineContext): Pick<Handlers, CookieCommands> => ({
  cookies: async ({ environmentId }) =>
    (await context.cookies.list(jarKey(context, environmentId))).map(asText),

  async saveCookie({ environmentId, cookie, instead }) {
    const problem = problemOf(cookie);
    if (problem !== undefined) throw new EngineError('bad-argument', problem);
    const before = instead && keyAs(instead, utf8ByteString);
    await context.cookies.put(jarKey(context, environmentId), [asBytes(cookie)], before);
  },

  async deleteCookies({ environmentId, keys }) {
    const key = jarKey(context, environmentId);
    if (keys === undefined) await context.cookies.clear(key);
    else
      await context.cookies.remove(
        key,
        keys.map((one) => keyAs(one, utf8ByteString)),
      );
  },

  async importCookies({ environmentId, text }) {
    const read = readCookies(text);
    const found = read.cookies.map((cookie) => ({ cookie, problem: problemOf(cookie) }));
    const good = found.filter(({ problem }) => problem === undefined).map(({ cookie }) => asBytes(cookie));
    if (good.length > 0) await context.cookies.put(jarKey(context, environmentId), good);
    const refused = found.flatMap(({ cookie, problem }) =>
      problem === undefined ? [] : [`${cookie.name}: ${problem}`],
    );
    return { kept: good.length, problems: [...read.problems, ...refused] };
  },
});

/** What the jar does for the request as it would leave, apart from the values. */
export const cookiePreview = async (
  context: EngineContext,
  draft: Draft,
  request: OutgoingRequest,
  environmentId: string,
): Promise<CookiePreview> => {
  const silent = whySilent(draft, request);
  const key = jarKey(context, environmentId);
  const { method, url } = request;
  const { sent, held } = await context.cookies.choose(key, url, { method, redirectedFrom: [] });
  return {
    sent: silent === undefined ? sent.map((cookie) => keyAs(cookie, utf8OfBytes)) : [],
    held: held.map(({ cookie, because }) => ({ ...keyAs(cookie, utf8OfBytes), because })),
    ...(silent === undefined ? {} : { silent }),
  };
};

const whySilent = (draft: Draft, request: OutgoingRequest): string | undefined => {
  if (!draft.settings.cookies) return 'The jar is switched off for this request: it sends and keeps nothing.';
  if (draft.fieldsOff.includes('cookie')) return 'Cookie is switched off in Headers; answers are still kept.';
  return hasTypedCookie(request) ? 'You typed a Cookie field, so the jar adds nothing to it.' : undefined;
};
