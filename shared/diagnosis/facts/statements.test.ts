import { expect, test } from 'vitest';
import { attemptOf } from '../attempt.test-support.ts';
import { factsOf } from '../facts.ts';

const definition =
  'The request has not been applied to the target resource because it lacks valid authentication credentials for that resource.';
const page = (message: string): string =>
  `<!doctype html><html><head><title>HTTP Status 401</title></head><body><h1>HTTP Status 401</h1>${message}<p><b>Description</b> ${definition}</p></body></html>`;

test.each<[string, string, readonly string[]]>([
  [
    'the application’s words on a page of Tomcat',
    page('<p><b>Message</b> OAuthToken is invalid</p>'),
    ['HTTP Status 401', 'OAuthToken is invalid'],
  ],
  [
    'the same on a page of an older one',
    page('<p><b>message</b> <u>Bad credentials</u></p>'),
    ['HTTP Status 401', 'Bad credentials'],
  ],
  [
    'all words where there are none of the application',
    page(''),
    ['HTTP Status 401', `HTTP Status 401 HTTP Status 401 Description ${definition}`],
  ],
])('%s', (_, body, said) => {
  const facts = factsOf(attemptOf({ body }), 0);
  expect(facts?.statements.map(({ text }) => text)).toEqual(said);
});
