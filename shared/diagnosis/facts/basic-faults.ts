import { byteStringOfBase64 } from '../../exchange/bytes.ts';
import { decodeJwt } from '../../token/jwt.ts';
import type { HeaderFault } from './header-fault.ts';
import { found } from './header-fault.ts';
import type { SentCredential } from './sent-credentials.ts';

/** Faults of what follows Basic: the Base64 text of user, colon, password (RFC 7617 §2). */
export const basicFaults = (credential: SentCredential): readonly HeaderFault[] => {
  const { rest = '', spelled = 'Basic' } = credential.parsed ?? {};
  if (rest === '') return [];
  const again = /^basic\s+(\S+)$/i.exec(rest)?.[1];
  if (again !== undefined)
    return [found(credential, 'scheme-doubled', 'the scheme stands twice', rest, `Basic ${again}`)];
  const held =
    /^[bru](["'])([A-Za-z0-9+/=]+)\1$/.exec(rest)?.[2] ?? /^(["'])([A-Za-z0-9+/=]+)\1$/.exec(rest)?.[2];
  if (held !== undefined)
    return [
      found(credential, 'wrapped', 'quotation marks stand around the value', rest, `${spelled} ${held}`),
    ];
  if (/^[^\s:]+:[^\s]*$/.test(rest))
    return [
      found(
        credential,
        'basic-not-encoded',
        'user and password stand there plainly, not in Base64',
        rest,
        `Basic ${btoa(rest)}`,
      ),
    ];
  // A token under the wrong word has no fault of form.
  if (decodeJwt(rest).kind === 'jwt') return [];
  const compact = rest.replace(/\s+/g, '');
  if (compact !== rest && byteStringOfBase64(compact) !== undefined)
    return [
      found(
        credential,
        'white-space',
        'white space stands inside the Base64 text',
        rest,
        `${spelled} ${compact}`,
      ),
    ];
  const plain = inUrlAlphabet(rest);
  if (plain !== undefined)
    return [
      found(
        credential,
        'basic-not-base64',
        'the Base64 text is written in the letters for addresses, with - and _',
        rest,
        `${spelled} ${plain}`,
      ),
    ];
  const pair = isBase64(rest) ? byteStringOfBase64(rest) : undefined;
  return pair === undefined ? [notBase64(credential, rest, spelled)] : pairFaults(credential, pair, spelled);
};

/** The same pair in the letters that servers read here (RFC 4648 §4 beside §5); absent where it is written in them. */
const inUrlAlphabet = (text: string): string | undefined => {
  if (!/^[\w-]*[_-][\w-]*=*$/.test(text)) return undefined;
  const plain = text.replaceAll('-', '+').replaceAll('_', '/');
  return byteStringOfBase64(plain)?.includes(':') === true ? plain : undefined;
};

const notBase64 = (credential: SentCredential, rest: string, spelled: string): HeaderFault => {
  const mended = byteStringOfBase64(rest.replace(/(?:=|%3d)+$/i, ''));
  return found(
    credential,
    'basic-not-base64',
    'the value is not Base64',
    rest,
    mended === undefined || !mended.includes(':') ? undefined : `${spelled} ${btoa(mended)}`,
  );
};

const pairFaults = (credential: SentCredential, pair: string, spelled: string): readonly HeaderFault[] => {
  const { rest = '' } = credential.parsed ?? {};
  const fault = (kind: HeaderFault['kind'], fact: string, meant?: string): readonly HeaderFault[] => [
    found(credential, kind, fact, rest, meant === undefined ? undefined : `${spelled} ${btoa(meant)}`),
  ];
  // Every second byte is empty in UTF-16: a matter of the charset.
  if (/^(?:[^\0]\0)+$|^(?:\0[^\0])+$/.test(pair)) return [];
  if (!pair.includes(':'))
    return fault(
      'basic-without-colon',
      'the decoded value holds no colon',
      /^[\x21-\x7e]+$/.test(pair) ? `${pair}:` : undefined,
    );
  if (/[\r\n]/.test(pair))
    return fault(
      'basic-with-line-break',
      /[\r\n]$/.test(pair)
        ? 'the decoded password ends in a line break'
        : 'a line break stands in the decoded user or password',
      pair.replace(/[\r\n]+/g, ''),
    );
  const inside = /^(?:basic|authorization:?)\s+(?=\S)/i.exec(pair)?.[0];
  if (inside !== undefined)
    return fault(
      'basic-scheme-inside',
      'the word Basic was encoded together with user and password',
      pair.slice(inside.length),
    );
  const once = encodedTwice(pair);
  if (once !== undefined)
    return fault('basic-encoded-twice', 'the password is itself the Base64 text of user and password', once);
  const bare = unquoted(pair);
  if (bare !== undefined) return fault('basic-quoted', 'quotation marks stand around user or password', bare);
  const tight = pair
    .replace(/^\s+|\s+$/g, '')
    .replace(/\s*:\s+/, ':')
    .replace(/^([^:]*?)\s+:/, '$1:');
  return tight === pair ? [] : fault('basic-spaced', 'a space stands at an end of user or password', tight);
};

/** What the password decodes to, where that is the same user and a password. */
const encodedTwice = (pair: string): string | undefined => {
  const colon = pair.indexOf(':');
  const inner = byteStringOfBase64(pair.slice(colon + 1));
  return colon > 0 && inner?.startsWith(pair.slice(0, colon + 1)) === true ? inner : undefined;
};

/** User and password without the marks around them, or around both; `undefined` where there are none. */
const unquoted = (pair: string): string | undefined => {
  const whole = /^(["'])([^"']+:[^"']*)\1$/.exec(pair)?.[2];
  if (whole !== undefined) return whole;
  const colon = pair.indexOf(':');
  const halves = [pair.slice(0, colon), pair.slice(colon + 1)].map((half) =>
    half.replace(/^(["'])(.+)\1$/, '$2'),
  );
  const bare = halves.join(':');
  return bare === pair ? undefined : bare;
};

/** Padding, where it is written, must complete the last group of four (RFC 4648 §4); a missing one is widely read. */
const isBase64 = (text: string): boolean => !text.endsWith('=') || text.length % 4 === 0;
