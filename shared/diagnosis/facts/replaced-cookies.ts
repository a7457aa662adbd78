import { fieldsNamed } from '../../exchange/fields.ts';
import type { Facts } from '../facts.ts';

/** A Set-Cookie that takes the cookie of this name away (RFC 6265 §3.1). */
export const takesAway = (setCookie: string, name: string): boolean =>
  setCookie.slice(0, Math.max(0, setCookie.indexOf('='))).trim() === name &&
  /max-age=0\b|expires=[^;]*19[67]\d|=deleted|=;|=""/i.test(setCookie);

/** Name of a sent cookie that the answer takes away. */
export const clearedCookie = (facts: Facts): string | undefined =>
  facts.cookies.find(({ name }) =>
    fieldsNamed(facts.response?.fields ?? [], 'Set-Cookie').some(({ value }) => takesAway(value, name)),
  )?.name;

/** Name of the session cookie under which the answer begins a new session: the one that was sent was not found. */
export const begunAnew = (facts: Facts): string | undefined =>
  facts.credentials.find(
    ({ in: place, name, value }) =>
      place === 'cookie' &&
      fieldsNamed(facts.response?.fields ?? [], 'Set-Cookie').some(
        ({ value: set }) =>
          set.startsWith(`${name}=`) && !takesAway(set, name) && !set.startsWith(`${name}=${value}`),
      ),
  )?.name;
