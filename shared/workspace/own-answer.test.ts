import { expect, test } from 'vitest';
import { ownAddresses, parseOwnAnswer, type OwnAnswer } from './own-answer.ts';

test.each<[string, OwnAnswer]>([
  ['api.example.com:443:127.0.0.1', { host: 'api.example.com', port: 443, addresses: ['127.0.0.1'] }],
  [
    '+API.example.com:80:10.0.0.1,10.0.0.2',
    { host: 'api.example.com', port: 80, addresses: ['10.0.0.1', '10.0.0.2'] },
  ],
  ['*:443:[::1]', { host: '*', port: 443, addresses: ['::1'] }],
  ['a:1:::1', { host: 'a', port: 1, addresses: ['::1'] }],
  [' a:1:127.0.0.1 ', { host: 'a', port: 1, addresses: ['127.0.0.1'] }],
])('%s', (text, answer) => {
  expect(parseOwnAnswer(text)).toEqual(answer);
});

test.each([
  '',
  'a',
  'a:443',
  'a:443:',
  'a:x:127.0.0.1',
  'a:99999:127.0.0.1',
  '-a:443',
  'a:443:b.example',
  'a:443:1.2.3.4,',
])('no answer: "%s"', (text) => {
  expect(parseOwnAnswer(text)).toBeUndefined();
});

test('the host and port decide, an exact name before any, the last one before earlier ones', () => {
  const answers = ['*:443:1.1.1.1', 'a:443:2.2.2.2', 'a:443:3.3.3.3', 'a:80:4.4.4.4'].map((text) => {
    const answer = parseOwnAnswer(text);
    if (answer === undefined) throw new Error(text);
    return answer;
  });
  expect(ownAddresses(answers, 'A', 443)).toEqual(['3.3.3.3']);
  expect(ownAddresses(answers, 'b', 443)).toEqual(['1.1.1.1']);
  expect(ownAddresses(answers, 'a', 80)).toEqual(['4.4.4.4']);
  expect(ownAddresses(answers, 'b', 80)).toBeUndefined();
});
