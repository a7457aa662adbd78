import { opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { grantInvalid } from './grant-invalid.ts';

testRule(grantInvalid, {
  silent: {
    'another parameter is named': {
      url: 'https://id.example.com/oauth/token',
      posted: 'grant_type=refresh_token&refresh_token=abcdefghij',
      status: 400,
      body: { errors: [{ field: 'client_id', code: 'invalid' }] },
    },
    invalid_client: {
      url: 'https://id.example.com/oauth/token',
      posted: 'grant_type=refresh_token&refresh_token=abcdefghij',
      body: { error: 'invalid_client' },
    },
    'no token request': { sent: opaque, body: { error: 'invalid_request' } },
  },
  speaks: {
    'the parameter is named and called invalid': {
      given: {
        url: 'https://id.example.com/oauth/token',
        posted: 'grant_type=refresh_token&refresh_token=abcdefghij',
        status: 400,
        body: { message: 'Bad Request', errors: [{ field: 'refresh_token', code: 'invalid' }] },
      },
      title: /refresh token is not accepted/,
      at: ['Response › body'],
    },
    'a refresh token': {
      given: {
        url: 'https://id.example.com/oauth/token',
        posted: 'grant_type=refresh_token&refresh_token=abcdefghij',
        status: 400,
        body: { error: 'invalid_grant' },
      },
      title: /^invalid_grant: the refresh token is not accepted$/,
      at: ['Response › body'],
      remedy: { id: 'authorize-again' },
    },
    'a code that was redeemed before': {
      given: [
        {
          url: 'https://id.example.com/oauth/token',
          posted: 'grant_type=authorization_code&code=abcdefghij',
          status: 200,
          body: { access_token: 'x' },
        },
        {
          url: 'https://id.example.com/oauth/token',
          posted: 'grant_type=authorization_code&code=abcdefghij',
          status: 400,
          body: { error: 'invalid_grant' },
        },
      ],
      title: /authorization code is not accepted; it was used before/,
    },
  },
});
