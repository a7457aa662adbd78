import { expect, test } from 'vitest';
import { oauth, planned, profileDraft, settingsAfter, typed } from './remedy.test-support.ts';

test.each([
  ['Basic asO8cmdlbjpw', 'iso-8859-1', 'Basic avxyZ2VuOnA='],
  ['Basic avxyZ2VuOnA=', 'utf-8', 'Basic asO8cmdlbjpw'],
])('%s becomes %s', (value, charset, expected) => {
  const plan = planned({ id: 'reencode-credentials', values: { charset } }, { draft: typed(value) });
  expect(plan?.apply({}).fields[0]?.value).toBe(expected);
});

test('the setting of a scheme is changed where it is kept', () => {
  const profile = { ...oauth(''), scheme: 'basic', settings: { username: 'jürgen' } };
  const plan = planned(
    { id: 'reencode-credentials', values: { charset: 'iso-8859-1' } },
    { draft: profileDraft, profile },
  );
  expect(settingsAfter(plan)).toEqual({ username: 'jürgen', charset: 'iso-8859-1' });
});

test('ASCII is the same in both charsets: nothing to offer', () => {
  expect(
    planned({ id: 'reencode-credentials', values: { charset: 'utf-8' } }, { draft: typed('Basic YTpi') }),
  ).toBeUndefined();
});
