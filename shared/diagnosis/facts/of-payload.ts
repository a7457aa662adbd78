import type { Facts } from '../facts.ts';
import { logsIn } from './login-form.ts';
import type { Statement } from './statements.ts';

/** What proves who asks, and what people also store, draw and hand in under the same name. */
type Thing = 'signature' | 'certificate' | 'key' | 'token' | 'session' | 'user' | 'account' | 'callback';

const words: Readonly<Record<Thing, RegExp>> = {
  signature: /\bsignatures?\b|\bsignature_/i,
  certificate: /\bcert(?:ificate)?s?\b|\bcert(?:ificate)?_/i,
  key: /\bkeys?\b|\bkey_/i,
  token: /\btokens?\b|\btoken_/i,
  session: /\bsessions?\b|\bsession_/i,
  user: /\busers?\b|\buser_/i,
  account: /\baccounts?\b|\baccount_/i,
  callback: /\bcallback\b|\bcallback_/i,
};
const things = Object.keys(words) as readonly Thing[];
const anyWord = new RegExp(things.map((thing) => words[thing].source).join('|'), 'i');

/** `key 'colour'`, `token "<"`: the answer quotes which one is meant. */
const quotedOne = /\b(?:key|token|field|property|member)s?:? ['"`“]([^'"`”\s]{1,40})['"`”]/i;
/** Where only what is sent along stands, never what proves who sends it. */
const inPayload =
  /\b(?:key|token|property)s?\b[^.;]{0,40}\bin (?:the |your |this )?(?:request )?(?:json|body|payload|object|document|schema|map|dict(?:ionary)?|configuration|row|filter)\b|\bunexpected token\b|\bKeyError\b|\bduplicate key\b|\b(?:primary|foreign|partition|sort|object|idempotency|encryption|map) key\b|\b(?:sync|page|next|pagination|continuation|resume|delta|cursor|device|push)[ _-]?token\b/i;

/** Something written out or drawn, and not the code that proves it: a PEM, a picture, an address, words, or nothing. */
const isThing = (value: string): boolean => value === '' || /^data:|^-----BEGIN |^https?:\/\/|\s/.test(value);

/** Under these a credential may stand in the body beside the one in the field. */
const opaque: ReadonlySet<Thing> = new Set<Thing>(['key', 'token']);

const isId = (segment: string | undefined): boolean =>
  segment !== undefined && /^(?:\d+|0x[\da-f]+|[\da-f]{8,}|[\da-f]{8}-[\da-f-]{27}|\{\w+\})$/i.test(segment);

/** The address names one of them by its number: `/users/4711`, `/documents/7/signature`. */
const isAddressed = (thing: Thing, { url }: Facts): boolean => {
  const segments = (url?.pathname ?? '').split('/').filter((segment) => segment !== '');
  return segments.some(
    (segment, at) =>
      words[thing].test(segment) &&
      (isId(segments[at + 1]) || (at === segments.length - 1 && isId(segments[at - 1]))),
  );
};

const isInBody = (thing: Thing, { form, credentials }: Facts): boolean =>
  form.some(
    ({ name, value }) =>
      new RegExp(`(?:^|[_.-]|(?=[A-Z]))${thing}s?(?:_?ur[il])?$`, 'i').test(name) &&
      (isThing(value) ||
        (opaque.has(thing) &&
          credentials.some((one) => one.in === 'authorization' && one.parsed?.scheme === 'bearer'))),
  );

/**
 * The statement finds fault with something that the request carries or addresses, and that proves nothing: a
 * certificate handed in for a site, a signature drawn by hand, a member of an object.
 */
export const isOfPayload = (facts: Facts, { text }: Statement): boolean => {
  if (inPayload.test(text)) return true;
  if (!anyWord.test(text)) return false;
  const quoted = quotedOne.exec(text)?.[1];
  if (quoted !== undefined && !facts.credentials.some(({ value }) => value.includes(quoted)))
    return facts.credentials.every(({ name }) => name.toLowerCase() !== quoted.toLowerCase());
  if (logsIn(facts) || facts.tokenRequest) return false;
  return things.some(
    (thing) => words[thing].test(text) && (isAddressed(thing, facts) || isInBody(thing, facts)),
  );
};
