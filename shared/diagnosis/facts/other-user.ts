import { byteStringOfBase64 } from '../../exchange/bytes.ts';
import { authParam } from '../../http-auth/auth.ts';
import type { Facts } from '../facts.ts';
import type { Said } from '../heard.ts';
import { saidOf } from '../heard.ts';

/** A server that names a user whom it could not authenticate. */
const namesUser =
  /(?:unable|failed) to authenticate (?:the )?(?:user|account|principal|client) ?[['"`“(]([\w.@$-]{2,40})[\]'"`”)]|(?:authentication|log-?in) failed for (?:the )?(?:user|account|principal) ?[['"`“(]([\w.@$-]{2,40})[\]'"`”)]/i;

/** The users that the request names, in lower case. */
const usersIn = ({ authorization, form }: Facts): readonly string[] => {
  const parsed = authorization?.parsed;
  const pair = parsed?.scheme === 'basic' ? byteStringOfBase64(parsed.rest) : undefined;
  const digest = parsed?.scheme === 'digest' ? authParam(parsed, 'username') : undefined;
  return [
    ...(pair === undefined ? [] : [pair.slice(0, Math.max(0, pair.indexOf(':')))]),
    ...(digest === undefined ? [] : [digest]),
    ...form.filter(({ name }) => /user|login|e-?mail|name$/i.test(name)).map(({ value }) => value),
  ].map((user) => user.toLowerCase());
};

/** The answer judges a user whom the request does not name: the login of the server at what stands behind it. */
export const otherUser = (facts: Facts): Said | undefined => {
  const sent = usersIn(facts);
  const said = sent.length === 0 ? undefined : saidOf(facts, namesUser);
  const named = (said?.match[1] ?? said?.match[2] ?? '').toLowerCase();
  return named === '' || sent.some((user) => user === named || user.includes(named) || named.includes(user))
    ? undefined
    : said;
};
