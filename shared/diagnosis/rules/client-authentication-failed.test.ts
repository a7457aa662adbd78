import { basic } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { clientAuthenticationFailed } from './client-authentication-failed.ts';

testRule(clientAuthenticationFailed, {
  silent: {
    'no token request': { sent: basic('a', 'b'), received: { 'WWW-Authenticate': 'Basic realm="x"' } },
    'the grant is refused': {
      url: 'https://id.example.com/oauth/token',
      posted: 'grant_type=refresh_token&refresh_token=abcdefghij',
      status: 400,
      body: { error: 'invalid_grant' },
    },
  },
  speaks: {
    'one value for id and secret': {
      given: {
        url: 'https://id.example.com/oauth/token',
        posted: 'grant_type=authorization_code&code=abc',
        sent: basic('3f1b7a90-5c2d', '3f1b7a90-5c2d'),
        status: 400,
        body: { error: 'invalid_grant' },
      },
      title: /does not accept the client/,
      at: ['Request › Authorization'],
    },
    'nobody says who asks': {
      given: { url: 'https://id.example.com/oauth/token', posted: 'grant_type=client_credentials' },
      title: /does not accept the client/,
    },
    'an unknown client at the authorization endpoint': {
      given: {
        url: 'https://id.example.com/authorize?client_id=nope&response_type=code',
        status: 400,
        body: { error: 'invalid_request', error_description: 'unknown client' },
      },
      title: /does not accept the client/,
    },
    'loose words at the token endpoint': {
      given: {
        url: 'https://api.example.com/security/v1/oauth/token',
        posted: 'grant_type=client_credentials',
        sent: basic('client', 'secret'),
        body: { errors: [{ code: '250002', message: 'Invalid Authentication Information.' }] },
      },
      title: /does not accept the client/,
    },
    'id and secret are not form-encoded': {
      given: {
        url: 'https://id.example.com/oauth/token',
        posted: 'grant_type=client_credentials',
        sent: basic('svc:1', 'a&b'),
        status: 400,
        body: {
          error: 'invalid_request',
          error_description:
            'client_id and client_secret in the authorization header are not properly encoded',
        },
      },
      title: /does not accept the client/,
      remedy: { id: 'switch-client-authentication' },
    },
    invalid_client: {
      given: {
        url: 'https://id.example.com/oauth/token',
        posted: 'grant_type=client_credentials&client_id=app&client_secret=s3',
        body: { error: 'invalid_client' },
      },
      title: /does not accept the client app/,
      at: ['Response › body'],
      marks: 'invalid_client',
    },
    'an empty id': {
      given: {
        url: 'https://id.example.com/oauth/token',
        posted: 'grant_type=client_credentials&client_id=&client_secret=s3',
        status: 400,
      },
      title: /client_id was sent empty/,
    },
    'a bare 401 at the token endpoint': {
      given: {
        url: 'https://id.example.com/oauth/token',
        posted: 'grant_type=client_credentials',
        sent: basic('app', 's3'),
      },
      title: /does not accept the client app/,
    },
  },
});
