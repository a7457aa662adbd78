import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakableParts } from './Breakable.tsx';

test.each([
  ['No credentials were sent', ['No credentials were sent']],
  ['a.b.c is short', ['a.b.c is short']],
  [
    'mystorageaccount.blob.core.windows.net is signed for another region',
    ['mystorageaccount.', 'blob.', 'core.', 'windows.', 'net is signed for another region'],
  ],
  [
    'Issued by http://localhost:8180/realms/dev; wanted is another',
    ['Issued by http://', 'localhost:', '8180/', 'realms/', 'dev; wanted is another'],
  ],
  [
    '“INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND”',
    ['“INVALID_', 'PERMISSIONS_', 'OR_', 'MODEL_', 'NOT_', 'FOUND”'],
  ],
])('%s', (text, parts) => expect(breakableParts(text)).toEqual(parts));

test('the text stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(breakableParts(text).join('')).toBe(text);
    }),
  );
});
