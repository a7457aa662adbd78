import type { Facts } from '../facts.ts';
import { hasAuthorization, serverCredentials } from '../facts.ts';
import { saidOf } from '../heard.ts';
import { saysNothingSeen } from './absence.ts';
import { acceptedBefore } from './accepted-before.ts';
import { readsDoor } from './at-its-door.ts';
import { doorOf } from './door.ts';
import type { Misplaced } from './misplaced.ts';
import type { SentCredential } from './sent-credentials.ts';
import { unreadCookie, unreadField } from './unread-place.ts';

/** A key or token in a field or parameter of its own; no proof, no signature. */
export const isKey = ({ in: where, value, name }: SentCredential): boolean =>
  (where === 'field' || where === 'query') && value.trim().length > 8 && !/^dpop$|sig/i.test(name);

/** An answer that saw nothing of a key in the query, where nothing can get lost, reads another parameter or a field. */
export const otherParameter = (facts: Facts): Misplaced | undefined => {
  if (hasAuthorization(facts)) return undefined;
  const sent = serverCredentials(facts).find(isKey);
  if (sent?.in === 'field') return unreadField(facts, sent);
  if (sent === undefined) return unreadCookie(facts);
  return sent.in !== 'query' ||
    saysNothingSeen(facts) === undefined ||
    acceptedBefore(facts) !== undefined ||
    readsDoor(facts, doorOf(sent))
    ? undefined
    : {
        kind: 'other-parameter',
        text: `A token stands in the parameter ${sent.name}, and the answer saw none`,
        place: sent.place,
        wanted: 'Authorization',
      };
};

const userName = /^(?:login_?|user_?|auth_?)?(?:user|usr|username|name|login|use|id)$/i;
const passWord = /^(?:login_?|user_?|auth_?)?(?:password|passwd|pass|pas|pwd|pw)$/i;

/** User and password stand in the address, and the challenge asks for them in Authorization. */
export const pairInQuery = (facts: Facts): Misplaced | undefined => {
  const names = [...(facts.url?.searchParams ?? [])].map(([name]) => name);
  const user = names.find((name) => userName.test(name));
  const asked = facts.challenges.some(({ challenge }) => /^(?:basic|digest)$/.test(challenge.scheme));
  return user === undefined || !asked || hasAuthorization(facts) || !names.some((name) => passWord.test(name))
    ? undefined
    : {
        kind: 'pair-in-query',
        text: `User and password stand in the address as ${user} and its password; the challenge asks for Authorization`,
        place: { in: 'url', exchange: facts.index },
        wanted: 'Authorization',
      };
};

/** `need user=<name>&password=<word>`, `add ?apikey=…`: the answer writes out the query that it reads. */
const writtenOut =
  /(?:[?&]|\b)(user(?:name)?|login|pass(?:word|wd)?|api_?key|token|auth|key|access_token)=(?:[<{[(…*x]|\.\.|your|$)/i;

export const parameterWritten = (facts: Facts): Misplaced | undefined => {
  const sent = serverCredentials(facts).find(
    ({ in: where }) => where === 'authorization' || where === 'field',
  );
  const said = sent === undefined ? undefined : saidOf(facts, writtenOut, /https?:\/\/[^\s]+[?&]\w+=\w/i);
  const [, name = ''] = said?.match ?? [];
  return sent === undefined || said === undefined || facts.url?.searchParams.has(name) === true
    ? undefined
    : {
        kind: 'parameter-written',
        text: `The answer asks for ${name} in the address; ${sent.name} was sent`,
        place: sent.place,
        wanted: name,
      };
};
