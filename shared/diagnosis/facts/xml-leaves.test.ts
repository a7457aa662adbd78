import { expect, test } from 'vitest';
import { xmlLeaves } from './xml-leaves.ts';

test('a document that stands as text in another is read as one', () => {
  const inner =
    '&lt;root&gt;&lt;ErrorCode&gt;7&lt;/ErrorCode&gt;&lt;Message&gt;No session&lt;/Message&gt;&lt;/root&gt;';
  expect(xmlLeaves(`<Envelope><Result>${inner}</Result></Envelope>`)).toEqual([
    { text: '7', key: 'errorcode' },
    { text: 'No session', key: 'message' },
  ]);
  expect(xmlLeaves('<Result>1 &lt; 2</Result>')).toEqual([{ text: '1 < 2', key: 'result' }]);
});
