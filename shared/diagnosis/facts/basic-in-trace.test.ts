import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { attemptOf, basic, opaque } from '../attempt.test-support.ts';
import { factsOf } from '../facts.ts';
import { basicInTrace } from './basic-in-trace.ts';

const fails = (sent: Told['sent'], body: string): boolean => {
  const facts = factsOf(attemptOf({ ...(sent === undefined ? {} : { sent }), status: 400, body }), 0);
  return facts !== undefined && basicInTrace(facts) !== undefined;
};

const node =
  'Error: Bad Request\n    at error (/app/node_modules/basic-auth-connect/index.js:125:13)\n    at next (/app/index.js:3:1)';

test.each([
  ['Node', node],
  ['Java', 'java.lang.Error: x\n at org.example.BasicAuthFilter.convert(BasicAuthFilter.java:92)'],
  [
    'Python',
    'Traceback\n File "/a/main.py", line 3, in x\n File "/a/basic_auth.py", line 31, in y\nError: 1',
  ],
  ['words', 'Failed to decode basic authentication token'],
])('%s reads a token as a pair', (_, body) => expect(fails(opaque, body)).toBe(true));

test.each([
  ['a pair was sent', basic('anna', 'blau7'), node],
  [
    'another part failed',
    opaque,
    'SyntaxError: x\n at parse (/app/node_modules/body-parser/json.js:89:19)\n at next (/app/node_modules/express-basic-auth/index.js:80:9)',
  ],
])('silent: %s', (_, sent, body) => expect(fails(sent, body)).toBe(false));
