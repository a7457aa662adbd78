import type { Cause } from '../causes.ts';
import type { Place } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import { hostOf, statusPlace } from '../facts.ts';
import type { Statement } from '../facts/statements.ts';
import { statementEvidence } from '../heard.ts';
import type { Weighed } from '../rule.ts';
import { quoted } from '../rule.ts';
import { namedByFields } from './field-names.ts';
import { hostedBy } from './host-names.ts';
import type { Provider, Sign } from './provider.ts';

/** What the tables know of this answer, by cause. */
export interface Known {
  readonly providers: readonly Provider[];
  readonly heard: ReadonlyMap<Cause, readonly Weighed[]>;
}

/** An error names its maker at its beginning, and the rest of a long page costs time. */
const BODY_START = 8_192;

export const recognise = (facts: Facts, providers: readonly Provider[]): Known => {
  const host = hostOf(facts);
  const challenges = facts.challenges.map(
    ({ challenge }) => `${challenge.scheme} ${challenge.params.find((p) => p.name === 'realm')?.value ?? ''}`,
  );
  const lines = facts.credentials.map((credential) => ({
    line: `${credential.in} ${credential.name.toLowerCase()}: ${credential.value}`,
    place: credential.place,
  }));
  const named = namedByFields(facts.response?.fields ?? [], providers);
  const start = facts.bodyText.slice(0, BODY_START);
  const hosted = hostedBy(host, providers);
  const known = providers.filter(
    (provider) =>
      named.has(provider) ||
      hosted.has(provider) ||
      (provider.challenge !== undefined && challenges.some((text) => provider.challenge?.test(text))) ||
      (provider.body !== undefined && start !== '' && provider.body.test(start)),
  );
  const heard = new Map<Cause, Weighed[]>();
  for (const provider of known) {
    for (const sign of provider.signs) {
      const weighed = judge(facts, sign, lines);
      if (weighed !== undefined) heard.set(sign.cause, [...(heard.get(sign.cause) ?? []), weighed]);
    }
  }
  return { providers: known, heard };
};

interface Line {
  readonly line: string;
  readonly place: Place;
}

const judge = (facts: Facts, sign: Sign, lines: readonly Line[]): Weighed | undefined => {
  if (sign.status !== undefined && !sign.status.includes(facts.status ?? 0)) return undefined;
  if (sign.path !== undefined && !sign.path.test(`${facts.url?.pathname ?? ''}${facts.url?.search ?? ''}`))
    return undefined;
  if (sign.notSent !== undefined && lines.some(({ line }) => sign.notSent?.test(line))) return undefined;
  const sent = sign.sent === undefined ? undefined : lines.find(({ line }) => sign.sent?.test(line));
  if (sign.sent !== undefined && sent === undefined) return undefined;
  const said = spoken(facts, sign);
  if ((sign.code !== undefined || sign.says !== undefined) && said === undefined) return undefined;
  const evidence =
    said ??
    (sent === undefined
      ? {
          text: `The answer is ${facts.status ?? 'missing'} ${facts.response?.reason ?? ''}`.trim(),
          place: statusPlace(facts),
        }
      : {
          text: `${sent.line.slice(0, sent.line.indexOf(':')).replace(/^\S+ /, '')} carries this credential`,
          place: sent.place,
        });
  return { weight: sign.weight, evidence, explanation: sign.explanation };
};

const spoken = (facts: Facts, sign: Sign): Weighed['evidence'] | undefined => {
  const codes = sign.code?.map((code) => code.toLowerCase());
  const coded =
    codes === undefined
      ? undefined
      : facts.statements.find(({ text }) => codes.includes(text.trim().toLowerCase()));
  if (coded !== undefined)
    return {
      ...statementEvidence(facts, coded, coded.text),
      text: `The answer's ${coded.key === '' ? 'code' : coded.key} is ${quoted(coded.text)}`,
    };
  if (sign.says === undefined) return undefined;
  const matching = (statement: Statement): RegExpExecArray | null =>
    sign.says?.exec(`${statement.key}: ${statement.text}`) ?? null;
  const said = facts.statements.find((statement) => matching(statement) !== null);
  return said === undefined
    ? undefined
    : statementEvidence(
        facts,
        said,
        said.text.includes(matching(said)?.[0] ?? '') ? (matching(said)?.[0] ?? '') : said.text,
      );
};
