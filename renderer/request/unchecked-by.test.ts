import { expect, test } from 'vitest';
import { emptyDraft, type Draft } from '../../shared/workspace/draft.ts';
import { placedVariables } from '../../shared/workspace/variable-places.ts';
import { uncheckedBy } from './unchecked-by.ts';

const draft = (url: string, verifyTls = true): Draft => {
  const empty = emptyDraft('r');
  return { ...empty, url, settings: { ...empty.settings, verifyTls } };
};
const off = (name: string) => ({ id: name, name, verifyTls: false });
const variable = { name: 'host', value: 'api.example.com', on: true, secret: false };
const variables = placedVariables(
  { folder: [], variables: [variable] },
  { folders: [], environment: undefined },
);

test.each<[string, Draft, ReturnType<typeof off>[], string | undefined]>([
  ['a request that checks', draft('https://api.example.com/'), [], undefined],
  ['a request that does not', draft('https://api.example.com/', false), [], 'api.example.com'],
  [
    'nothing to check over http',
    draft('http://api.example.com/', false),
    [off('api.example.com')],
    undefined,
  ],
  ['its host by name', draft('https://api.example.com/'), [off('api.example.com')], 'api.example.com'],
  ['its host by wildcard', draft('https://a.example.com/'), [off('*.example.com')], 'a.example.com'],
  ['its host by a variable', draft('https://{{host}}/v1'), [off('api.example.com')], 'api.example.com'],
  ['another host', draft('https://api.example.com/'), [off('other.example.com')], undefined],
  ['another port', draft('https://api.example.com/'), [off('api.example.com:8443')], undefined],
  ['a rule that checks', draft('https://a.b/'), [{ ...off('a.b'), verifyTls: true }], undefined],
  ['no address yet', draft(''), [off('api.example.com')], undefined],
])('%s', (_, given, rules, expected) => {
  expect(uncheckedBy(given, rules, variables)).toBe(expected);
});
