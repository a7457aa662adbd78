import { bearer, jwtOf, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { tokenMalformed } from './token-malformed.ts';

testRule(tokenMalformed, {
  silent: {
    'a good token': { sent: bearer() },
    'an opaque token and no words': { sent: opaque },
    'a complete token that the server calls invalid': { sent: bearer(), body: { message: 'Invalid token' } },
    'a doubled scheme is another cause': { sent: { Authorization: `Bearer Bearer ${jwtOf()}` } },
  },
  speaks: {
    'a corrupt value': {
      given: { sent: opaque, body: { details: { token: 'Corrupted or illegal authorization token' } } },
      title: /opaque value/,
    },
    'cut off': {
      given: { sent: { Authorization: `Bearer ${jwtOf().slice(0, 90)}` } },
      title: /The token is damaged: 2 segments instead of 3/,
      at: ['Request › Authorization'],
    },
    'opaque where a JWT is read': {
      given: { sent: opaque, body: { message: 'jwt malformed' } },
      title: /opaque value/,
      marks: 'jwt malformed',
    },
    'an end that is no number': {
      given: { sent: bearer({ exp: 'tomorrow' }) },
      title: /exp is not a number/,
      at: ['Request › Authorization › token › exp'],
    },
    'the format is wrong, in Spanish': {
      given: { sent: opaque, body: { message: 'Formato de token inválido' } },
      title: /opaque value/,
    },
    encrypted: {
      given: {
        sent: { Authorization: 'Bearer eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..aaaa.bbbb.cccc' },
        body: 'InvalidTokenError: Invalid Compact JWS',
      },
      title: /encrypted/,
    },
  },
  rulesOut: { 'it decodes': { given: { sent: bearer() }, because: /The token decodes/ } },
});
