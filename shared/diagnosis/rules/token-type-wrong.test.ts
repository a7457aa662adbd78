import { bearer, jwtOf, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { tokenTypeWrong } from './token-type-wrong.ts';

testRule(tokenTypeWrong, {
  silent: {
    'a person’s token where it is told who the person is': [
      {
        url: 'https://id.example.com/token',
        posted: 'grant_type=authorization_code&code=abc',
        status: 200,
        body: { access_token: 'q7Rk2mXz0bT4vLs8YcW1' },
      },
      { url: 'https://api.example.com/v1/me', sent: { Authorization: 'Bearer q7Rk2mXz0bT4vLs8YcW1' } },
    ],
    'an access token': { sent: bearer({ typ: 'Bearer' }) },
    'an access token with a nonce and a scope': { sent: bearer({ nonce: 'n', scope: 'read' }) },
    'an opaque token': { sent: opaque },
    'an opaque token that was handed out as access_token': [
      {
        url: 'https://id.example.com/token',
        status: 200,
        body: { access_token: 'Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G', refresh_token: 'r1r1r1r1r1r1r1r1r1r1' },
      },
      { sent: opaque },
    ],
    'an access token after a refresh token passed where tokens are renewed': [
      {
        url: 'https://api.example.com/renew',
        sent: bearer({ iss: 'https://id', type: 'refresh' }),
        status: 200,
      },
      { url: 'https://api.example.com/items', sent: bearer({ iss: 'https://id', type: 'access' }) },
    ],
    'another kind than one of another issuer': [
      { sent: bearer({ iss: 'https://other', token_use: 'id' }), status: 200 },
      { sent: bearer({ iss: 'https://id', token_use: 'access' }) },
    ],
    'a program’s token at a page about a person, whose field got lost': {
      url: 'https://api.example.com/v1/me',
      sent: bearer({ sub: 'svc@clients', gty: 'client-credentials' }),
      body: { message: 'No authorization token was found' },
    },
    'a program’s token there, to which the challenge names no error': {
      url: 'https://api.example.com/v1/me',
      sent: bearer({ sub: 'svc@clients', gty: 'client-credentials' }),
      received: { 'WWW-Authenticate': 'Bearer realm="api"' },
    },
    'a program’s token there, with another signature': {
      url: 'https://api.example.com/v1/me',
      sent: bearer({ sub: 'svc@clients', gty: 'client-credentials' }),
      body: { error: 'invalid_token', message: 'signature verification failed' },
    },
    'a token of a program elsewhere': {
      url: 'https://api.example.com/v1/items',
      sent: bearer({ sub: 'svc@clients', gty: 'client-credentials' }),
    },
    'a user’s token at userinfo': {
      url: 'https://id.example.com/oauth2/userinfo',
      sent: bearer({ azp: 'web' }),
    },
    'a refresh token in the field that is named for it, where tokens are renewed': {
      url: 'https://api.example.com/auth/refresh',
      sent: { 'X-Refresh-Token': jwtOf({ type: 'refresh' }) },
    },
    'an access token got by a refresh': { sent: bearer({ gty: 'refresh_token' }) },
    'words about a token without a kind': { sent: opaque, body: { message: 'Token not valid' } },
  },
  speaks: {
    'an assertion that is there to be traded': {
      given: { sent: bearer({ iss: 'app', sub: 'app', aud: 'https://id.example.com/oauth2/token' }) },
      title: /An assertion was sent/,
      at: ['Request › Authorization › token › aud'],
    },
    'a ticket to log in with': {
      given: {
        sent: bearer({
          iss: 'fb@shop.iam.gserviceaccount.com',
          sub: 'fb@shop.iam.gserviceaccount.com',
          aud: 'https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit',
        }),
      },
      title: /A custom token was sent/,
    },
    'nobody is behind a token that a program fetched for itself': {
      given: [
        {
          url: 'https://id.example.com/token',
          posted: 'grant_type=client_credentials',
          status: 200,
          body: { access_token: 'q7Rk2mXz0bT4vLs8YcW1' },
        },
        { url: 'https://api.example.com/v1/me', sent: { Authorization: 'Bearer q7Rk2mXz0bT4vLs8YcW1' } },
      ],
      title: /another kind/,
      at: ['Request › body'],
    },
    'a refresh token': {
      given: { sent: bearer({ token_type: 'refresh' }) },
      title: /A refresh token was sent/,
      at: ['Request › Authorization › token › token_type'],
      figure: { got: 'refresh token', wanted: 'access token' },
    },
    'an ID token': { given: { sent: bearer({ typ: 'ID' }) }, title: /An ID token/ },
    'an ID token by its hash': {
      given: { sent: bearer({ at_hash: 'x' }) },
      title: /An ID token/,
      at: ['Request › Authorization › token › at_hash'],
    },
    'a refresh token by its header': {
      given: { sent: bearer({}, { typ: 'rt+jwt' }) },
      title: /A refresh token was sent/,
    },
    'a refresh token by its only scope': {
      given: { sent: bearer({ scopes: ['REFRESH_TOKEN'] }) },
      title: /A refresh token was sent/,
    },
    'another kind than the one that passed': {
      given: [
        { sent: bearer({ iss: 'https://id', token_use: 'id' }), status: 200 },
        { sent: bearer({ iss: 'https://id', token_use: 'access' }) },
      ],
      title: /another kind of token/,
      at: ['Request › Authorization › token › token_use'],
    },
    'a token of a program where a user is asked about': {
      given: {
        url: 'https://id.example.com/oauth2/userinfo',
        sent: bearer({ sub: 'svc@clients', gty: 'client-credentials' }),
      },
      title: /another kind of token/,
      at: ['Request › Authorization › token › gty'],
    },
    'what an answer before called refresh_token': {
      given: [
        {
          url: 'https://id.example.com/token',
          status: 200,
          body: { access_token: 'a1', refresh_token: 'Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
        },
        { sent: opaque },
      ],
      title: /A refresh token was sent/,
    },
    'the code of a redirect': {
      given: [
        {
          url: 'https://app.example.com/callback?code=Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G&state=s',
          status: 200,
        },
        { sent: opaque },
      ],
      title: /An authorization code was sent/,
    },
    'a secret key is wanted': {
      given: { sent: opaque, body: { error: 'This call cannot be made with a publishable API key.' } },
      title: /another kind/,
    },
    'bots are not let in': {
      given: { sent: opaque, body: { error: 'This API does not support bot tokens' } },
      title: /another kind/,
    },
    'the server says so': {
      given: { sent: opaque, body: { detail: 'Token has wrong type' } },
      title: /another kind/,
    },
    'a prefix': {
      given: { sent: { Authorization: 'token ghr_abcdef0123456789' } },
      title: /A refresh token/,
    },
  },
});
