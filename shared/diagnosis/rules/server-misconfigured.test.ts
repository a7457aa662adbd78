import { bearer, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { serverMisconfigured } from './server-misconfigured.ts';

testRule(serverMisconfigured, {
  silent: {
    'a bare 401': { sent: opaque },
    'refused twice': [{ sent: opaque }, { sent: opaque }],
    'refused then accepted elsewhere': [
      { sent: opaque },
      { url: 'https://api.example.com/b', sent: opaque, status: 200 },
      { sent: opaque },
    ],
  },
  speaks: {
    'no, yes, no': {
      given: [{ sent: opaque }, { sent: opaque, status: 200 }, { sent: opaque }],
      title: /by turns/,
      at: ['Response › status'],
    },
    'the key set is out of reach': {
      given: { sent: bearer(), body: 'Jwks remote fetch is failed' },
      title: /own authentication/,
    },
    'the published key is refused': {
      given: [
        { url: 'https://id.example.com/jwks', status: 200, body: { keys: [{ kid: 'key-1' }] } },
        { sent: bearer(), body: { message: 'unable to find matching key' } },
      ],
      title: /has not loaded the key/,
    },
  },
});
