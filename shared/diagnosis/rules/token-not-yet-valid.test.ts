import { bearer, NOON, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { tokenNotYetValid } from './token-not-yet-valid.ts';

testRule(tokenNotYetValid, {
  silent: {
    'a shared access signature that is over': {
      status: 403,
      body: 'Signature not valid in the specified time frame: Start [Wed, 15 Nov 2023 08:00:00 GMT] - Expiry [Wed, 15 Nov 2023 09:00:00 GMT] - Current [Wed, 15 Nov 2023 12:00:00 GMT]',
    },
    'nbf in the past': { sent: bearer({ nbf: NOON - 1 }), date: 0 },
    'within the leeway': { sent: bearer({ nbf: NOON + 3, iat: NOON }), date: 0 },
    'an opaque token': { sent: opaque },
  },
  speaks: {
    'a shared access signature that begins in an hour': {
      given: {
        url: 'https://acme.blob.example.net/a?sp=r&st=2023-11-15T13:00:00Z&se=2023-11-15T19:00:00Z&sig=c2ln',
        status: 403,
        body: 'Signature not valid in the specified time frame: Start [Wed, 15 Nov 2023 13:00:00 GMT] - Expiry [Wed, 15 Nov 2023 19:00:00 GMT] - Current [Wed, 15 Nov 2023 12:00:00 GMT]',
      },
      title: /only 1.h after the request/u,
    },
    'nbf ahead while the clocks agree': {
      given: { sent: bearer({ nbf: NOON + 300 }), date: 0, at: 0 },
      title: /only 5\u00a0min after the request/,
      at: ['Request › Authorization › token › nbf', 'Response › Date'],
      remedy: { id: 'wait-and-retry', values: { seconds: '300' } },
    },
    milliseconds: {
      given: { sent: bearer({ iat: NOON * 1000, exp: (NOON + 600) * 1000 }), date: 0 },
      title: /written in milliseconds/,
      at: ['Request › Authorization › token › iat'],
    },
    'the server says so': {
      given: { sent: opaque, body: { message: 'jwt not active' } },
      title: /says that the token/,
    },
  },
});
