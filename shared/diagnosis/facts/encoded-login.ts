import { byteStringOfBase64, utf8OfBytes } from '../../exchange/bytes.ts';
import { authParam } from '../../http-auth/auth.ts';
import { parseCredentials } from '../../http-auth/credentials.ts';
import type { Place } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import type { SentCredential } from './sent-credentials.ts';

/** How letters beyond ASCII in user or password left the client. */
export type LoginEncoding = 'utf-8' | 'latin-1' | 'utf-16' | 'twice' | 'replaced' | 'question-mark';

export interface EncodedLogin {
  readonly encoding: LoginEncoding;
  readonly place: Place;
}

/** Of Basic, Digest or a login form; absent where everything is ASCII. */
export const encodedLogin = (facts: Facts): EncodedLogin | undefined =>
  inAuthorization(facts) ?? inForm(facts) ?? inQuery(facts);

const inAuthorization = ({ authorization: standard, credentials }: Facts): EncodedLogin | undefined => {
  const authorization = standard ?? asAuthorization(credentials);
  const { scheme, rest = '', restSpan } = authorization?.parsed ?? {};
  if (authorization === undefined || restSpan === undefined) return undefined;
  const text = scheme === 'basic' ? byteStringOfBase64(rest) : undefined;
  const user =
    scheme === 'digest' && authorization.parsed !== undefined
      ? authParam(authorization.parsed, 'username')
      : undefined;
  const encoding = text !== undefined ? ofPair(text) : user === undefined ? undefined : ofBytes(user);
  return encoding === undefined
    ? undefined
    : {
        encoding,
        place: { ...authorization.place, ...(authorization.place.in === 'field' ? { span: restSpan } : {}) },
      };
};

/** Some services read Basic from a field of their own, so that browsers show no dialogue. */
const asAuthorization = (credentials: readonly SentCredential[]): SentCredential | undefined => {
  const own = credentials.find((one) => one.in === 'field' && /^basic\s/i.test(one.value));
  return own === undefined ? undefined : { ...own, parsed: parseCredentials(own.value) };
};

const ofPair = (pair: string): LoginEncoding | undefined => {
  const plain = pair.replaceAll('\0', '');
  if (!plain.includes(':')) return undefined;
  if (/^(?:[^\0]\0)+$|^(?:\0[^\0])+$/.test(pair)) return 'utf-16';
  return ofBytes(pair) ?? (/^[^:]*[A-Za-z.]\?[a-z][^:]*:/.test(pair) ? 'question-mark' : undefined);
};

/** The sign that stands for what could not be read (U+FFFD), in UTF-8. */
const REPLACED = '\u00ef\u00bf\u00bd';

const ofBytes = (bytes: string): LoginEncoding | undefined => {
  if (!/[\u0080-\u00ff]/.test(bytes)) return undefined;
  if (bytes.includes(REPLACED)) return 'replaced';
  const once = utf8OfBytes(bytes);
  if (once === bytes) return 'latin-1';
  return /^[\u0000-\u00ff]*$/.test(once) && utf8OfBytes(once) !== once ? 'twice' : 'utf-8';
};

/** A form's bytes that are no UTF-8 are read as U+FFFD (WHATWG URL §5.1). */
const inForm = ({ form, index }: Facts): EncodedLogin | undefined => {
  const login = form.find(
    ({ name, value }) => /user|login|email|pass|pwd|kennwort/i.test(name) && value.includes('\ufffd'),
  );
  return login === undefined || !form.some(({ name }) => /pass|pwd|kennwort/i.test(name))
    ? undefined
    : {
        encoding: 'latin-1',
        place: {
          in: 'body',
          exchange: index,
          side: 'request',
          ...(login.span === undefined ? {} : { span: login.span }),
        },
      };
};

/** Some interfaces log in by the query, `u` and `p` among them; there, too, bytes that are no UTF-8 become U+FFFD. */
const inQuery = ({ url, index, exchange: { request } }: Facts): EncodedLogin | undefined => {
  if (url === undefined || !/%[89a-f]/i.test(url.search)) return undefined;
  const pairs = [...url.searchParams];
  const login = pairs.find(
    ([name, value]) => /^(?:u|user(?:name)?|login)$/i.test(name) && value.includes('\ufffd'),
  );
  const password = pairs.find(([name]) => /^p(?:ass(?:word)?|wd)?$/i.test(name));
  const [name] = login ?? (password?.[1].includes('\ufffd') === true ? password : []);
  if (name === undefined || password === undefined) return undefined;
  const start = request.url.indexOf(`${name}=`);
  const [written = ''] = /^[^&#]*/.exec(request.url.slice(start)) ?? [];
  return {
    encoding: 'latin-1',
    place: {
      in: 'url',
      exchange: index,
      ...(start < 0 ? {} : { span: { start, end: start + written.length } }),
    },
  };
};
