import { bearer, jwtOf, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { senderConstraintFailed } from './sender-constraint-failed.ts';

testRule(senderConstraintFailed, {
  silent: { 'an unbound token': { sent: bearer() } },
  speaks: {
    'DPoP alone is asked for': {
      given: { sent: opaque, status: 400, received: { 'WWW-Authenticate': 'DPoP algs="ES256"' } },
      title: /proof of possession/,
      remedy: { id: 'prove-possession' },
    },
    'no proof for a bound token': {
      given: { sent: bearer({ cnf: { jkt: 'x' } }) },
      title: /no proof of that key was sent/,
      at: ['Request › Authorization › token › cnf', 'Request › DPoP › not sent'],
    },
    'a nonce is wanted': {
      given: { sent: bearer(), received: { 'WWW-Authenticate': 'DPoP error="use_dpop_nonce"' } },
      title: /nonce/,
    },
    'a proof for another address': {
      given: {
        sent: {
          ...bearer(),
          DPoP: jwtOf({ htu: 'https://other.example/', htm: 'GET' }, { typ: 'dpop+jwt' }),
        },
      },
      title: /proof/,
      at: ['Request › DPoP › token › htu'],
    },
  },
});
