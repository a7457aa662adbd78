import type { FormValue } from './form.ts';

/** A key under a name that an interface chose for itself: `registrationkey`, `wsToken`. */
const keyName =
  /(?:key|token|secret|schluessel|clave|chave|chiave|klucz|klic|kulcs|anahtar|sleutel|nyckel)$/i;
const noKey =
  /refresh|csrf|xsrf|crumb|verification|recaptcha|captcha|idempotency|page_?token|next|cursor|device|push|public/i;

/** Nobody thought it up: long enough, without spaces, with digits among the letters. */
const isOpaque = (value: string): boolean =>
  /^[\w+/=.~-]{16,}$/.test(value) && /\d/.test(value) && /[a-z]/i.test(value);

/** The value of the body that opens the interface, where no usual name tells it. */
export const keyInForm = (form: readonly FormValue[]): FormValue | undefined =>
  form.find(({ name, value }) => keyName.test(name) && !noKey.test(name) && isOpaque(value));
