import { expect, test } from 'vitest';
import { casesIn } from '../cases.test-support.ts';
import { factsOf, hostOf } from '../facts.ts';
import { providers } from './index.ts';
import { challengedBy, hostedBy, writtenBy } from './marks.ts';

const facts = (casesIn('./field-cases') ?? []).flatMap(({ attempt }) =>
  [...attempt.exchanges.keys()].flatMap((at) => factsOf(attempt, at) ?? []),
);
const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

test.each([
  ['host', unique(facts.map(hostOf)), hostedBy, 'hosts'],
  ['body', unique(facts.map(({ bodyText }) => bodyText)), writtenBy, 'body'],
] as const)('a %s tells what asking every table tells', (_, texts, told, mark) => {
  expect(texts.length).toBeGreaterThan(100);
  for (const text of texts)
    expect(told(text, providers)).toEqual(
      providers.filter((provider) => provider[mark]?.test(text.slice(0, 8_192)) === true),
    );
});

test('a challenge tells what asking every table tells', () => {
  for (const text of ['basic Sonatype Nexus Repository Manager', 'bearer', 'negotiate ', 'basic ']) {
    const asked = providers.filter(({ challenge }) => challenge?.test(text) === true);
    expect(challengedBy([text], providers)).toEqual(asked);
  }
});
