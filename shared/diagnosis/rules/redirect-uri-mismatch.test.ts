import { testRule } from './rule.test-support.ts';
import { redirectUriMismatch } from './redirect-uri-mismatch.ts';

testRule(redirectUriMismatch, {
  silent: { 'a bare 400': { status: 400 } },
  speaks: {
    'the server says so': {
      given: {
        url: 'https://id.example.com/authorize?redirect_uri=http%3A%2F%2Flocalhost%2F',
        status: 400,
        body: 'Error 400: redirect_uri_mismatch',
      },
      title: /http:\/\/localhost\/ is not registered/,
    },
    'the login was begun with another one': {
      given: [
        {
          url: 'https://id.example.com/authorize?response_type=code&client_id=a&redirect_uri=https%3A%2F%2Fapp.example%2Fcb',
          status: 302,
        },
        {
          url: 'https://id.example.com/token',
          posted:
            'grant_type=authorization_code&code=x&client_id=a&redirect_uri=https%3A%2F%2Fapp.example%2Fcb%2F',
          status: 400,
          body: { error: 'invalid_grant' },
        },
      ],
      title: /begun with https:\/\/app\.example\/cb/,
    },
  },
});
