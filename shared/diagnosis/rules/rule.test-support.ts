import { describe, expect, test } from 'vitest';
import type { Attempt } from '../../exchange/exchange.ts';
import type { Told } from '../attempt.test-support.ts';
import { attemptOf } from '../attempt.test-support.ts';
import { factsOf } from '../facts.ts';
import { phrasedFor } from '../phrased.ts';
import { pointer } from '../pointer.ts';
import type { Opinion, Rule } from '../rule.ts';

type Given = Told | readonly Told[];

interface Speech {
  readonly given: Given;
  /** Words of the verdict. */
  readonly title: RegExp;
  /** Pointers that must be among the evidence. */
  readonly at?: readonly string[];
  /** The part of a request or response value that evidence marks. */
  readonly marks?: string;
  readonly remedy?: { readonly id: string; readonly values?: Readonly<Record<string, string>> };
  readonly figure?: object;
}

interface Table {
  readonly silent: Readonly<Record<string, Given>>;
  readonly speaks: Readonly<Record<string, Speech>>;
  readonly rulesOut?: Readonly<Record<string, { readonly given: Given; readonly because: RegExp }>>;
}

const attemptFrom = (given: Given): Attempt => ('length' in given ? attemptOf(...given) : attemptOf(given));

const opinionOf = (rule: Rule, attempt: Attempt): Opinion => {
  const facts = factsOf(attempt, attempt.exchanges.length - 1);
  return facts === undefined ? undefined : rule.examine(facts, phrasedFor(facts, rule.cause));
};

const markedTexts = (attempt: Attempt, opinion: Opinion): readonly string[] =>
  opinion?.kind !== 'support'
    ? []
    : opinion.weighed.flatMap(({ evidence: { place } }) => {
        if (!('span' in place) || place.span === undefined) return [];
        const exchange = attempt.exchanges[place.exchange];
        const response = exchange?.outcome.kind === 'answered' ? exchange.outcome.response : undefined;
        const side = place.in === 'url' ? 'request' : place.side;
        const body = side === 'request' ? exchange?.request.body : response?.body;
        const fields = side === 'request' ? exchange?.request.fields : response?.fields;
        const text =
          place.in === 'url'
            ? exchange?.request.url
            : place.in === 'body'
              ? body?.kind === 'text'
                ? body.text
                : undefined
              : fields?.filter(({ name }) => name === place.name)[place.nth ?? 0]?.value;
        return text === undefined ? [] : [text.slice(place.span.start, place.span.end)];
      });

/** A rule against its table: when it keeps silent, when it speaks and with what, when it rules itself out. */
export const testRule = (rule: Rule, { silent, speaks, rulesOut = {} }: Table): void => {
  describe(rule.cause, () => {
    test.each(Object.entries(silent))('silent: %s', (_, given) => {
      expect(opinionOf(rule, attemptFrom(given))?.kind).not.toBe('support');
    });
    test.each(Object.entries(speaks))('speaks: %s', (_, { given, title, at = [], marks, remedy, figure }) => {
      const attempt = attemptFrom(given);
      const opinion = opinionOf(rule, attempt);
      if (opinion?.kind !== 'support') throw new Error('the rule kept silent');
      expect(opinion.title).toMatch(title);
      expect(opinion.weighed.map(({ evidence }) => pointer(evidence.place))).toEqual(
        expect.arrayContaining([...at]),
      );
      if (marks !== undefined) expect(markedTexts(attempt, opinion)).toContain(marks);
      if (remedy !== undefined) expect(opinion.remedies).toContainEqual(expect.objectContaining(remedy));
      if (figure !== undefined) expect(opinion.figure).toMatchObject(figure);
    });
    test.each(Object.entries(rulesOut))('rules itself out: %s', (_, { given, because }) => {
      const opinion = opinionOf(rule, attemptFrom(given));
      if (opinion?.kind !== 'ruled-out') throw new Error('the rule did not rule itself out');
      expect(opinion.because).toMatch(because);
    });
  });
};
