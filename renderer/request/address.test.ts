import { describe, expect, it } from 'vitest';
import { emptyDraft, type Param } from '../../shared/workspace/draft.ts';
import { addressOfDraft, withAddress } from './address.ts';

const off = (name: string, value: string): Param => ({ name, value, on: false });
const on = (name: string, value?: string): Param =>
  value === undefined ? { name, on: true } : { name, value, on: true };

const draft = (url: string, params: readonly Param[]) => ({ ...emptyDraft('d'), url, params: [...params] });

describe('a typed address', () => {
  it.each([
    ['splits its query', draft('', []), 'http://a/b?x=1&y', 'http://a/b', [on('x', '1'), on('y')]],
    [
      'keeps what is off in place',
      draft('http://a', [off('o', '0'), on('x', '1')]),
      'http://a?x=2',
      'http://a',
      [off('o', '0'), on('x', '2')],
    ],
    [
      'loses pieces that were deleted',
      draft('http://a', [on('x', '1'), on('y', '2')]),
      'http://a?x=1',
      'http://a',
      [on('x', '1')],
    ],
    [
      'gains pieces after those that are off',
      draft('http://a', [off('o', '0')]),
      'http://a?n=1',
      'http://a',
      [off('o', '0'), on('n', '1')],
    ],
    ['keeps an empty query', draft('', []), 'http://a?', 'http://a', [on('')]],
  ])('%s', (_, before, typed, url, params) => {
    const after = withAddress(before, typed);
    expect(after.url).toBe(url);
    expect(after.params).toEqual(params);
    expect(addressOfDraft(after)).toBe(typed);
  });
});
