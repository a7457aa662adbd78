import { decodeJwt } from '../../token/jwt.ts';
import type { Facts } from '../facts.ts';
import { saysNothingSeen } from './absence.ts';
import { standsBetween } from './lost-field.ts';
import type { Misplaced } from './misplaced.ts';
import type { SentCredential } from './sent-credentials.ts';
import { namesGateway } from './software.ts';

/** Words for the field that carries a token by the standard. */
const ofToken = /\b(?:auth(?:ori[sz]ation)?|bearer|access|jwt)?[ _-]?(?:token|jwt)\b|\bauthori[sz]ation\b/i;

/** A signed token in a field of its own, where the answer saw no token, and nothing stands between that drops fields. */
export const unreadField = (facts: Facts, sent: SentCredential): Misplaced | undefined => {
  const said = decodeJwt(sent.value).kind === 'jwt' ? saysNothingSeen(facts) : undefined;
  return said === undefined ||
    !ofToken.test(said.statement.text) ||
    standsBetween(facts) !== undefined ||
    namesGateway(facts) !== undefined
    ? undefined
    : {
        kind: 'other-parameter',
        text: `A token stands in ${sent.name}, and the answer saw none`,
        place: sent.place,
        wanted: 'Authorization',
      };
};

/** A signed token is all that a cookie holds, and "missing or malformed" it is not: the answer looks elsewhere. */
export const unreadCookie = (facts: Facts): Misplaced | undefined => {
  const sent = facts.credentials.find(
    ({ in: where, value }) => where === 'cookie' && decodeJwt(value).kind === 'jwt',
  );
  const said = sent === undefined ? undefined : saysNothingSeen(facts);
  return sent === undefined ||
    said === undefined ||
    !/missing or malformed/i.test(said.statement.text) ||
    facts.credentials.some(({ in: where }) => where !== 'cookie')
    ? undefined
    : {
        kind: 'other-parameter',
        text: `A token stands in the cookie ${sent.name}, and the answer saw none`,
        place: sent.place,
        wanted: 'Authorization',
      };
};
