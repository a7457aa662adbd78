import { byteStringOfBase64 } from '../../exchange/bytes.ts';
import type { HeaderFault } from './header-fault.ts';
import { found } from './header-fault.ts';
import type { SentCredential } from './sent-credentials.ts';

/** What decodes to letters and signs alone throughout was text before; a random value of this length never does. */
const LONG = 28;

/** A signed token, or a key that begins with its maker's mark. */
const isToken = (text: string): boolean =>
  /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/.test(text) || /^[a-z]{2,8}(?:_[a-z]{2,6})?[_-][A-Za-z0-9_-]{16,}$/.test(text);

const decoded = (text: string): string | undefined =>
  /^[A-Za-z0-9+/]+={0,2}$/.test(text) ? byteStringOfBase64(text) : undefined;

/** `id:key`, as search clusters want it encoded. */
const isPair = (text: string): boolean => /^[\w-]{6,}:[\w-]{6,}$/.test(text);

/**
 * A credential that was put into Base64 once more than the server takes off: secret stores show their values so, and some
 * clients encode by themselves. Silent on what is encoded by its scheme.
 */
export const encodedAgain = (credential: SentCredential): HeaderFault | undefined => {
  const { parsed, value } = credential;
  const text = parsed === undefined || parsed.rest === '' ? value.trim() : parsed.rest.trim();
  if (text.length < LONG || parsed?.scheme === 'basic') return undefined;
  const outer = decoded(text);
  if (outer === undefined) return undefined;
  const inner = outer.trim();
  const meant = isToken(inner)
    ? inner
    : parsed?.scheme === 'apikey' && isPair(decoded(inner) ?? '')
      ? inner
      : undefined;
  if (meant !== undefined)
    return found(
      credential,
      'encoded-again',
      'the value is the Base64 text of a credential',
      text,
      value.trim().replace(text, meant),
    );
  return parsed?.scheme === 'apikey' && isPair(inner) && /[\r\n]$/.test(outer)
    ? found(
        credential,
        'basic-with-line-break',
        'the encoded key ends in a line break',
        text,
        value.trim().replace(text, btoa(inner)),
      )
    : undefined;
};
