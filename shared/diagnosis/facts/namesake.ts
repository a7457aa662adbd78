import type { Place } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import { says } from '../reading/read.ts';
import type { Statement } from './statements.ts';

type Where = 'header' | 'address' | 'body' | 'cookie';

/** A value that stands in one place of the request and is missed in another under the same name. */
export interface Namesake {
  readonly name: string;
  readonly where: Where;
  /** Where the answer looks for it. */
  readonly wanted: Where;
  readonly place: Place;
  readonly statement: Statement;
}

const looksAt: Readonly<Record<Where, RegExp>> = {
  header: /\bheaders?\b/i,
  address: /\b(?:url|uri|query(?:[ -]?string)?)\b/i,
  body: /\b(?:body|payload|form)\b/i,
  cookie: /\bcookies?\b/i,
};

const secret = /key|token|secret|auth|sig|pass|session|ticket|jwt/i;
const LONG = 300;

const bare = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

interface Sent {
  readonly name: string;
  readonly where: Where;
  readonly place: Place;
}

const sentIn = ({ exchange: { request }, form, cookies, url, index }: Facts): readonly Sent[] => [
  ...request.fields.map(({ name }) => ({
    name,
    where: 'header' as const,
    place: { in: 'field' as const, exchange: index, side: 'request' as const, name },
  })),
  ...[...(url?.searchParams ?? [])].map(([name]) => ({
    name,
    where: 'address' as const,
    place: { in: 'url' as const, exchange: index },
  })),
  ...form.map(({ name }) => ({
    name,
    where: 'body' as const,
    place: { in: 'body' as const, exchange: index, side: 'request' as const },
  })),
  ...cookies.map(({ name }) => ({
    name,
    where: 'cookie' as const,
    place: { in: 'field' as const, exchange: index, side: 'request' as const, name: 'Cookie' },
  })),
];

export const namesakeElsewhere = (facts: Facts): Namesake | undefined => {
  if (facts.tokenRequest || facts.exchange.request.unseen === true) return undefined;
  for (const statement of facts.statements) {
    const { text } = statement;
    if (text.length > LONG || !secret.test(text)) continue;
    const wanted = (Object.keys(looksAt) as Where[]).filter((where) => looksAt[where].test(text));
    const [place] = wanted;
    if (place === undefined || wanted.length > 1 || !says('missing', text)) continue;
    const words = new Set((text.match(/[A-Za-z][\w-]*/g) ?? []).map(bare));
    const sent = sentIn(facts).filter(({ name }) => secret.test(name) && words.has(bare(name)));
    const [first] = sent;
    if (first !== undefined && sent.every(({ where }) => where !== place))
      return { ...first, wanted: place, statement };
  }
  return undefined;
};
