import { opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { grantInvalid } from './grant-invalid.ts';

testRule(grantInvalid, {
  silent: {
    'a password beside the refresh token': {
      url: 'https://api.example.com/auth/login',
      posted: '{"refresh_token":"abcdefghij","password":"b"}',
      body: { message: 'Invalid user credentials.' },
    },
    'another parameter is named': {
      url: 'https://id.example.com/oauth/token',
      posted: 'grant_type=refresh_token&refresh_token=abcdefghij',
      status: 400,
      body: { errors: [{ field: 'client_id', code: 'invalid' }] },
    },
    'a code of a moment ago': [
      { url: 'https://app.example.com/cb?code=abcdefghij', status: 200 },
      {
        url: 'https://id.example.com/oauth/token',
        posted: 'grant_type=authorization_code&code=abcdefghij',
        status: 400,
        body: { error: 'invalid_request' },
      },
    ],
    invalid_client: {
      url: 'https://id.example.com/oauth/token',
      posted: 'grant_type=refresh_token&refresh_token=abcdefghij',
      body: { error: 'invalid_client' },
    },
    'no token request': { sent: opaque, body: { error: 'invalid_request' } },
  },
  speaks: {
    'a code that was made for another client': {
      given: {
        url: 'https://id.example.com/auth/token',
        posted: 'grant_type=authorization_code&code=abcdefghij&client_id=web',
        status: 400,
        body: { error_description: 'client_id mismatch. The code was not issued to web.' },
      },
      title: /./,
    },
    'a code that was left lying': {
      given: [
        { url: 'https://app.example.com/cb?code=abcdefghij', status: 200, at: 0 },
        {
          url: 'https://id.example.com/oauth/token',
          posted: 'grant_type=authorization_code&code=abcdefghij',
          status: 400,
          body: { error: 'invalid_request' },
          at: 1500,
        },
      ],
      title: /authorization code/,
    },
    'a refresh token that is called a token': {
      given: {
        url: 'https://id.example.com/oauth/token',
        posted: 'grant_type=refresh_token&refresh_token=abcdefghij',
        body: { error: 'invalid_token', error_description: 'Cannot convert to JSON' },
      },
      title: /refresh token/,
    },
    'a refresh at an address of its own': {
      given: {
        url: 'https://api.example.com/auth/refresh',
        posted: '{"refresh_token":"abcdefghij"}',
        body: {
          errors: [{ message: 'Invalid user credentials.', extensions: { code: 'INVALID_CREDENTIALS' } }],
        },
      },
      title: /does not accept the refresh token/,
    },
    'the same refresh token was used before': {
      given: [
        {
          url: 'https://api.example.com/auth/refresh',
          posted: '{"refresh_token":"abcdefghij"}',
          status: 200,
          body: { access_token: 'a' },
        },
        { url: 'https://api.example.com/auth/refresh', posted: '{"refresh_token":"abcdefghij"}' },
      ],
      title: /it was used \d+\u00a0s before/,
    },
    'the parameter is named and called invalid': {
      given: {
        url: 'https://id.example.com/oauth/token',
        posted: 'grant_type=refresh_token&refresh_token=abcdefghij',
        status: 400,
        body: { message: 'Bad Request', errors: [{ field: 'refresh_token', code: 'invalid' }] },
      },
      title: /does not accept the refresh token/,
      at: ['Response › body'],
    },
    'a refresh token': {
      given: {
        url: 'https://id.example.com/oauth/token',
        posted: 'grant_type=refresh_token&refresh_token=abcdefghij',
        status: 400,
        body: { error: 'invalid_grant' },
      },
      title: /^id\.example\.com does not accept the refresh token$/,
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
      title: /accept the authorization code: it was used \d+\u00a0s before/,
    },
  },
});
