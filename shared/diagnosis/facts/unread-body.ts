import { valueOf } from '../../exchange/fields.ts';
import type { Place } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import { says } from '../reading/read.ts';
import { logsIn } from './login-form.ts';

/** Values that the answer misses and that the request's body holds, in a form which the server does not read. */
export interface UnreadBody {
  /** Two of them. */
  readonly names: readonly string[];
  /** Of the body, in a word. */
  readonly form: 'JSON' | 'a form';
  readonly place: Place;
}

const names = /^(?:username|user|login|email|password)$/i;

/** `"loc": ["body", "username"], "msg": "field required"` */
const located = /"loc"\s*:\s*\[\s*"body"\s*,\s*"(\w+)"\s*\]\s*,\s*"msg"\s*:\s*"field required"/gi;

/** A login whose answer misses by name what stands in the body: JSON where a form is read (RFC 6749 §4.3.2), or the other way. */
export const unreadBody = (facts: Facts): UnreadBody | undefined => {
  const { status = 0, bodyText, form, index, exchange, statements } = facts;
  if (status < 400 || facts.tokenRequest || !logsIn(facts)) return undefined;
  const missed = new Set([...bodyText.matchAll(located)].map(([, name = '']) => name.toLowerCase()));
  const found = form.filter(
    ({ name, value }) =>
      value !== '' &&
      names.test(name) &&
      (missed.has(name.toLowerCase()) ||
        statements.some(
          ({ text }) => new RegExp(`^["'\`]?${name}\\b`, 'i').test(text) && says('missing', text),
        )),
  );
  if (found.length < 2) return undefined;
  const json = /json/i.test(valueOf(exchange.request.fields, 'Content-Type') ?? '');
  return {
    names: found.map(({ name }) => name),
    form: json ? 'JSON' : 'a form',
    place: { in: 'body', exchange: index, side: 'request' },
  };
};
