import { accessTokenHash } from '../../oauth/dpop-proof.ts';
import { bearer, jwtOf, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { senderConstraintFailed } from './sender-constraint-failed.ts';

testRule(senderConstraintFailed, {
  silent: {
    'an unbound token': { sent: bearer() },
    'a proof in order': {
      sent: {
        Authorization: `DPoP ${jwtOf()}`,
        DPoP: jwtOf(
          { htu: 'https://API.example.com:443/v1/me', htm: 'GET', jti: '1', ath: accessTokenHash(jwtOf()) },
          { typ: 'dpop+jwt', jwk: { kty: 'EC', x: 'a' } },
        ),
      },
    },
    'a token handed out as Bearer': [
      {
        url: 'https://id.example.com/token',
        posted: 'grant_type=client_credentials',
        status: 200,
        body: { access_token: 'Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G', token_type: 'Bearer' },
      },
      { sent: opaque },
    ],
  },
  speaks: {
    'the hash of another token': {
      given: {
        sent: {
          Authorization: `DPoP ${jwtOf()}`,
          DPoP: jwtOf(
            { htu: 'https://api.example.com/v1/me', htm: 'GET', jti: '1', ath: accessTokenHash('before') },
            { typ: 'dpop+jwt', jwk: { kty: 'EC', x: 'a' } },
          ),
        },
      },
      title: /ath is the hash of another/,
      at: ['Request › DPoP › token › ath'],
    },
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
    'a DPoP token alone': {
      given: { sent: { Authorization: 'DPoP Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' } },
      title: /proof/,
      at: ['Request › DPoP › not sent'],
    },
    'a token handed out for DPoP, sent as Bearer': {
      given: [
        {
          url: 'https://id.example.com/token',
          posted: 'grant_type=client_credentials',
          status: 200,
          body: { access_token: 'Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G', token_type: 'DPoP' },
        },
        { sent: opaque },
      ],
      title: /proof/,
    },
    'a proof without key, type and hash': {
      given: { sent: { Authorization: `DPoP ${jwtOf()}`, DPoP: jwtOf({ jti: '1', htm: 'GET' }) } },
      title: /proof/,
      at: ['Request › DPoP › token › jwk', 'Request › DPoP › token › typ', 'Request › DPoP › token › ath'],
    },
    'bound to a certificate': {
      given: { sent: bearer({ cnf: { 'x5t#S256': 'x' } }) },
      title: /bound to a client certificate/,
      at: ['Request › Authorization › token › cnf'],
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
