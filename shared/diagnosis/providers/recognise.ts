import { byteStringOfBase64 } from '../../exchange/bytes.ts';
import type { Cause } from '../causes.ts';
import type { Place } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import { hostOf, requestValue, statusPlace } from '../facts.ts';
import type { Statement } from '../facts/statements.ts';
import { statementEvidence } from '../heard.ts';
import type { SentCredential } from '../facts/sent-credentials.ts';
import type { SentToken } from '../facts/sent-tokens.ts';
import type { Weighed } from '../rule.ts';
import { mayMatch } from '../sieve/grams.ts';
import { quoted } from '../rule.ts';
import { askedByFields, namedByFields } from './field-names.ts';
import { atNoDoor } from './doors.ts';
import { outlived } from './lives.ts';
import { challengedBy, hostedBy, pathedBy, writtenBy } from './marks.ts';
import { unmetNeed } from './needs.ts';
import type { Provider, Sign } from './provider.ts';

/** What the tables know of this answer, by cause. */
export interface Known {
  readonly providers: readonly Provider[];
  readonly heard: ReadonlyMap<Cause, readonly Weighed[]>;
}

/** A table's place in the list: what two of them say of an answer stands in that order. */
const places = new WeakMap<readonly Provider[], ReadonlyMap<Provider, number>>();

const inOrder = (told: ReadonlySet<Provider>, providers: readonly Provider[]): readonly Provider[] => {
  const place = places.get(providers) ?? new Map(providers.map((provider, at) => [provider, at]));
  places.set(providers, place);
  return [...told].toSorted((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
};

/** These say who asks, and nothing else; another may be about the thing that is asked for. */
const refusing: ReadonlySet<number> = new Set([401, 403]);

export const recognise = (facts: Facts, providers: readonly Provider[]): Known => {
  const challenges = facts.challenges.map(
    ({ challenge }) => `${challenge.scheme} ${challenge.params.find((p) => p.name === 'realm')?.value ?? ''}`,
  );
  const told = new Set([
    ...namedByFields(facts.response?.fields ?? [], providers),
    ...hostedBy(hostOf(facts), providers),
    ...pathedBy(facts.url?.pathname ?? '', providers),
    ...askedByFields(facts.exchange.request.fields, providers),
    ...challengedBy(challenges, providers),
    ...writtenBy(facts.bodyText, providers),
  ]);
  const known = inOrder(told, providers);
  const lines = [
    ...facts.credentials.flatMap(linesOf),
    ...(facts.tokens.some(({ jwt }) => jwt !== undefined) &&
    known.some(({ signs }) => signs.some(readsClaims))
      ? facts.tokens.flatMap(claimsOf)
      : []),
  ];
  const heard = new Map<Cause, Weighed[]>();
  const add = (cause: Cause, weighed: Weighed): void => {
    heard.set(cause, [...(heard.get(cause) ?? []), weighed]);
  };
  for (const provider of known) {
    for (const sign of provider.signs) {
      const weighed = judge(facts, provider, sign, lines);
      if (weighed !== undefined) add(sign.cause, weighed);
    }
  }
  const refused = refusing.has(facts.status ?? 0);
  const customs = [
    refused ? atNoDoor(facts, known) : undefined,
    refused ? unmetNeed(facts, known) : undefined,
    refused || (facts.status === 200 && heard.size > 0) ? outlived(facts, known) : undefined,
  ];
  for (const one of customs) if (one !== undefined) add(one.cause, one);
  return { providers: known, heard };
};

interface Line {
  readonly line: string;
  /** As it was sent. */
  readonly name: string;
  readonly place: Place;
}

const linesOf = ({ in: where, name, value, place, parsed }: SentCredential): readonly Line[] => {
  const line = { line: `${where} ${name.toLowerCase()}: ${value}`, name, place };
  const pair = parsed?.scheme === 'basic' ? byteStringOfBase64(parsed.rest) : undefined;
  return pair === undefined ? [line] : [line, { line: `basic ${name.toLowerCase()}: ${pair}`, name, place }];
};

const readsClaims = ({ sent, notSent }: Sign): boolean =>
  [sent, notSent].some((pattern) => pattern?.source.includes('jwt ') === true);

const claimsOf = ({ role, jwt, carrier, place }: SentToken): readonly Line[] =>
  role === 'access' && jwt !== undefined
    ? [
        {
          line: `jwt ${carrier.split(/[ :]/)[0]?.toLowerCase() ?? ''}: ${JSON.stringify(jwt.claims)}`,
          name: carrier.replace(/^(?:query|cookie) |:.*$/g, ''),
          place,
        },
      ]
    : [];

const judge = (facts: Facts, provider: Provider, sign: Sign, lines: readonly Line[]): Weighed | undefined => {
  if (sign.status !== undefined && !sign.status.includes(facts.status ?? 0)) return undefined;
  if (sign.path !== undefined && !sign.path.test(`${facts.url?.pathname ?? ''}${facts.url?.search ?? ''}`))
    return undefined;
  if (sign.host !== undefined && !sign.host.test(hostOf(facts))) return undefined;
  if (sign.notSent !== undefined && lines.some(({ line }) => sign.notSent?.test(line))) return undefined;
  if (
    sign.lacks !== undefined &&
    (facts.exchange.request.unseen === true || (requestValue(facts, sign.lacks) ?? '').trim() !== '')
  )
    return undefined;
  const sent = sign.sent === undefined ? undefined : lines.find(({ line }) => sign.sent?.test(line));
  if (sign.sent !== undefined && sent === undefined) return undefined;
  const said = spoken(facts, sign);
  if ((sign.code !== undefined || sign.says !== undefined) && said === undefined) return undefined;
  const evidence =
    said ??
    (sent === undefined
      ? {
          text: facts.status === undefined ? 'No answer came' : `${provider.name} answers ${facts.status}`,
          place: statusPlace(facts),
        }
      : {
          text: `${provider.name} is known to refuse what stands in ${sent.name}`,
          place: sent.place,
        });
  return { weight: sign.weight, evidence, explanation: sign.explanation };
};

const lowered = new WeakMap<Sign, ReadonlySet<string>>();

const codesOf = (sign: Sign, codes: readonly string[]): ReadonlySet<string> => {
  const known = lowered.get(sign) ?? new Set(codes.map((code) => code.toLowerCase()));
  lowered.set(sign, known);
  return known;
};

/** The first statement that is one of these codes and nothing else. */
const saidAsCode = (facts: Facts, codes: ReadonlySet<string>): Statement | undefined => {
  const at = facts.codes.findIndex((code) => codes.has(code));
  return at < 0 ? undefined : facts.statements[at];
};

const spoken = (facts: Facts, sign: Sign): Weighed['evidence'] | undefined => {
  const coded = sign.code === undefined ? undefined : saidAsCode(facts, codesOf(sign, sign.code));
  if (coded !== undefined)
    return {
      ...statementEvidence(facts, coded, coded.text),
      text: `The answer’s ${coded.key === '' ? 'code' : coded.key} is ${quoted(coded.text)}`,
    };
  const { says } = sign;
  if (says === undefined || !mayMatch(says, facts.saidGrams)) return undefined;
  for (const [at, statement] of facts.statements.entries()) {
    const words = says.exec(facts.lines[at] ?? '')?.[0];
    if (words !== undefined)
      return statementEvidence(facts, statement, statement.text.includes(words) ? words : statement.text);
  }
  return undefined;
};
