import { expect, test } from 'vitest';
import { withoutReferences } from './character-references.ts';

test.each([
  ['by name', 'a &lt; b &amp;&amp; c', 'a < b && c'],
  ['by number', 'don&#39;t &#x27;ask&#x27;', "don't 'ask'"],
  ['letters of other languages', 'Acc&egrave;s refus&eacute;', 'Accès refusé'],
  ['decoded once', '&amp;lt;', '&lt;'],
  ['a name of every object', '&constructor; &__proto__;', '&constructor; &__proto__;'],
  ['no semicolon, as in a query', 'a=1&copy=2&lt', 'a=1&copy=2&lt'],
  ['a number of no character', '&#x110000;', '\ufffd'],
  ['nothing to decode', 'plain', 'plain'],
])('%s', (_, markup, text) => {
  expect(withoutReferences(markup)).toBe(text);
});
