import { describe, expect, test } from 'vitest';
import { stillWorld } from '../compose/will-send.ts';
import { valueOf } from '../exchange/fields.ts';
import { answered, bareRequest, refused } from './drive.test-support.ts';
import { negotiate } from './negotiate.ts';
import type { ReceivedResponse } from '../exchange/exchange.ts';
import type { Step } from './scheme.ts';

/** Drives the flow with these answers in turn; tokens are t1, t2 … */
const run = (
  answers: readonly ReceivedResponse[],
  serviceHost = '',
  url = 'https://Web.Example.com:8443/x',
): readonly string[] => {
  const flow = negotiate.flow(bareRequest({ url }), { serviceHost }, stillWorld);
  const seen: string[] = [];
  let requests = 0;
  let tokens = 0;
  const answer = (step: Step): ReturnType<typeof flow.next> => {
    if (step.step === 'negotiate') {
      seen.push(`token ${step.host} ${step.challenge ?? '-'}`);
      return flow.next({ result: 'negotiate', token: `t${(tokens += 1)}` });
    }
    if (step.step !== 'send') throw new Error(`a step ${step.step}`);
    seen.push(`${step.connection} ${valueOf(step.request.fields, 'Authorization') ?? '-'}`);
    const response = answers[requests];
    requests += 1;
    if (response === undefined) throw new Error('one request too many');
    return flow.next({ result: 'response', response });
  };
  let next = flow.next();
  while (next.done !== true) next = answer(next.value);
  return seen;
};

describe('RFC 4559 §4.1', () => {
  test('waits to be asked, then sends a token', () => {
    expect(run([refused('Negotiate'), answered(200)])).toEqual([
      'own -',
      'token web.example.com -',
      'own Negotiate t1',
    ]);
  });

  test('goes on while the server does', () => {
    expect(run([refused('Negotiate'), refused('Negotiate YWJj'), answered(200)])).toEqual([
      'own -',
      'token web.example.com -',
      'own Negotiate t1',
      'token web.example.com YWJj',
      'own Negotiate t2',
    ]);
  });

  test('checks what the server proves behind its answer', () => {
    expect(run([refused('Negotiate'), answered(200, ['WWW-Authenticate', 'Negotiate eHl6'])]).at(-1)).toBe(
      'token web.example.com eHl6',
    );
  });

  test.each<[string, readonly ReceivedResponse[], number]>([
    ['an answer', [answered(200)], 1],
    [
      'an answer with a token that nobody asked for',
      [answered(200, ['WWW-Authenticate', 'Negotiate eHl6'])],
      1,
    ],
    ['another scheme', [refused('Basic realm="x"')], 1],
    ['a refusal behind the token', [refused('Negotiate'), refused('Negotiate')], 3],
  ])('%s ends it', (_, answers, steps) => expect(run(answers)).toHaveLength(steps));

  test('a server that never ends is left', () => {
    const refusals = Array.from({ length: 9 }, () => refused('Negotiate YWJj'));
    expect(() => run(refusals)).toThrow(/went on asking after 4/);
  });
});

test('the service may have another name than the address', () => {
  expect(run([refused('Negotiate'), answered(200)], 'app.zoo.test')[1]).toBe('token app.zoo.test -');
});

test.each([
  ['https://Web.Example.com:8443/x', 'web.example.com'],
  ['http://[::1]:80/', '::1'],
  ['not an address', undefined],
])('%s: the name that is guessed is %s', (url, value) => {
  expect(negotiate.form[0]?.guess?.({}, url)?.value).toBe(value);
});

test.each([
  ['', /^$/],
  ['api.example.com', /^$/],
  ['other.example.com', /not for HTTP\/other\.example\.com/],
])('curl, service host %j', (serviceHost, notes) => {
  const said = negotiate.curl?.({ serviceHost }, bareRequest());
  expect(said?.words.map(({ text }) => text)).toEqual(['--negotiate', '-u', ':']);
  expect(said?.notes.join(' ')).toMatch(notes);
});
