import { expect, test } from 'vitest';
import type { XrayPart } from '../../shared/exchange/exchange.ts';
import { linesOf, namesMore, signatureSteps } from './signature-steps.ts';

const part = (kind: XrayPart['kind'], label: string): XrayPart => ({ kind, label, text: 'x' });

test('inputs stand together, every other part is a step of its own', () => {
  const steps = signatureSteps({
    scheme: 'Digest',
    parts: [
      part('input', 'nonce'),
      part('input', 'cnonce'),
      part('canonical', 'HA1'),
      part('canonical', 'HA2'),
      part('to-sign', 'String to sign'),
      part('result', 'response'),
    ],
  });
  expect(steps.map(({ number, title, parts }) => `${number} ${title}: ${parts.length}`)).toEqual([
    '1 What goes in: 2',
    '2 Canonical request: 1',
    '3 Canonical request: 1',
    '4 String to sign: 1',
    '5 Signature: 1',
  ]);
  const [, ha1, , toSign] = steps;
  expect(ha1?.parts.map((each) => namesMore(ha1, each))).toEqual([true]);
  expect(toSign?.parts.map((each) => namesMore(toSign, each))).toEqual([false]);
});

test('nothing signed, no steps', () => {
  expect(signatureSteps({ scheme: 'x', parts: [] })).toEqual([]);
});

test.each([
  ['a b', 'plain', ['a b']],
  ['a b', 'shown', ['a·b']],
  ['a \n\nb', 'shown', ['a·↵', '↵', 'b']],
  ['a\n', 'shown', ['a↵', '']],
  ['a\n', 'plain', ['a', '']],
  ['a\tb', 'shown', ['a→b']],
  ['a\tb\r\n', 'plain', ['a␉b␍', '']],
  ['', 'shown', ['']],
] as const)('white space of %j, %s', (text, whiteSpace, expected) => {
  expect(linesOf(text, whiteSpace)).toEqual(expected);
});
