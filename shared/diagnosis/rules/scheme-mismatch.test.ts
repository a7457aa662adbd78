import { basic, jwtOf, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { schemeMismatch } from './scheme-mismatch.ts';

testRule(schemeMismatch, {
  silent: {
    'the scheme in small letters behind software that drops fields': {
      sent: { Authorization: 'bearer q7Rk2mXz0bT4vLs8YcW1' },
      received: { Server: 'Apache' },
      body: { message: 'No token provided' },
    },
    'the word that is missed stands there': {
      sent: opaque,
      body: { message: 'Authorization header must start with Bearer' },
    },
    'the form of a key in a field of its own': {
      sent: { Authorization: `Bearer ${btoa('kim')}`, 'x-api-key': '1aa2bb33c44d55eeeeee6fff' },
      status: 403,
      body: { error: "Invalid API key: should be in the format 'keystring:shared_secret'." },
    },
    'a token that is called invalid': {
      sent: { Authorization: `Bearer ${btoa('kim@example.com:word')}` },
      body: { error: 'Invalid token' },
    },
    'the scheme that is missed was sent': { sent: opaque, body: { error: 'Missing bearer token' } },
    'a key that was looked at': {
      sent: { 'X-API-Key': 'Zx81kQp07v' },
      received: { 'WWW-Authenticate': 'Basic realm="x"' },
      body: { errors: '[API] Invalid API key or access token' },
    },
    'a key that was accepted before': [
      { sent: { 'X-Auth-Token': 'Zx81kQp07vZx81kQp07v' }, status: 200 },
      {
        sent: { 'X-Auth-Token': 'Zx81kQp07vZx81kQp07v' },
        received: { 'WWW-Authenticate': 'Basic realm="x"' },
      },
    ],
    'a key behind the scheme that its maker reads': {
      url: 'https://example.atlassian.net/rest/api/3/myself',
      sent: basic('kim@example.com', `ATATT3xFfGF0${'Zx81kQp07v'.repeat(4)}`),
    },
    'another secret passed behind another word': [
      { sent: { Authorization: 'Token another-secret-of-kim' }, status: 200 },
      { sent: opaque },
    ],
    'a JWT behind the word that is asked for': {
      sent: { Authorization: `JWT ${jwtOf({ sub: 'kim' })}` },
      received: { 'WWW-Authenticate': 'JWT realm="api"' },
    },
    'an opaque value behind such a word': {
      sent: { Authorization: 'Token 0123456789abcdef0123456789abcdef' },
    },
    'the scheme asked for': { sent: opaque, received: { 'WWW-Authenticate': 'Bearer' } },
    'one of several asked for': {
      sent: basic('a', 'b'),
      received: { 'WWW-Authenticate': 'Bearer, Basic realm="x"' },
    },
    'words that show the scheme that was sent': {
      sent: opaque,
      body: { description: "It has to be 'Authorization : Bearer ACCESS_TOKEN' or 'apikey: API_KEY'" },
    },
    'no challenge': { sent: opaque },
    'nothing sent': { received: { 'WWW-Authenticate': 'Basic realm="x"' } },
    'Bearer where OAuth is asked for': { sent: opaque, received: { 'WWW-Authenticate': 'OAuth realm="x"' } },
  },
  speaks: {
    'the scheme in small letters, and nothing seen': {
      given: {
        sent: { Authorization: 'bearer q7Rk2mXz0bT4vLs8YcW1' },
        body: { message: 'No token provided' },
      },
      title: /./,
    },
    'a token that is missed beside user and password': {
      given: { sent: basic('kim', 'word'), body: { error: 'No authorization token was found' } },
      title: /does not take Basic/,
    },
    'the scheme that is expected is written out': {
      given: {
        sent: basic('kim', 'word'),
        status: 400,
        body: 'Invalid authorization value in HTTP header "Authorization". Expecting "Bearer <oauth2-access-token>".',
      },
      title: /does not take Basic/,
    },
    'a signature is looked for': {
      given: {
        sent: opaque,
        status: 403,
        body: {
          message:
            "'abc' not a valid key=value pair (missing equal-sign) in Authorization header: 'Bearer abc'.",
        },
      },
      title: /does not take Bearer/,
    },
    'an application that saw nothing itself': {
      given: {
        sent: basic('kim', 'word'),
        received: { Server: 'uvicorn' },
        body: { detail: 'Missing access token' },
      },
      title: /does not take Basic/,
    },
    'words that miss another scheme': {
      given: { sent: basic('kim', 'word'), body: { error: 'Missing bearer token' } },
      title: /does not take Basic/,
    },
    'Bearer where the challenge says Token and saw nothing': {
      given: {
        sent: opaque,
        received: { 'WWW-Authenticate': 'Token' },
        body: { detail: 'Authentication credentials were not provided.' },
      },
      title: /Bearer was sent; api\.example\.com asks for Token/,
    },
    'a Basic pair behind Bearer': {
      given: { sent: { Authorization: `Bearer ${btoa('kim@example.com:word')}` } },
      title: /does not take Bearer/,
    },
    'the word passed with a capital': {
      given: [
        { sent: opaque, status: 200 },
        { sent: { Authorization: 'bearer Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' } },
      ],
      title: /reads Bearer; sent was/,
    },
    'a login page where a program sent Basic': {
      given: {
        status: 200,
        url: 'https://bot.example.com/api/call',
        sent: { Authorization: 'Basic bGVuYTpSZWdlbmJvZ2VuNw==' },
        received: { 'Content-Type': 'text/html' },
        body: '<title>Login</title><form><input type="password" name="p"></form>',
      },
      title: /./,
    },
    'the word that the field must begin with': {
      given: {
        sent: { Authorization: 'bearer Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
        body: { message: 'Authorization header must start with Bearer' },
      },
      title: /does not take|was sent/,
    },
    'the bare value passed': {
      given: [{ sent: { Authorization: 'Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' }, status: 200 }, { sent: opaque }],
      title: /reads the bare value/,
    },
    'a way to log in that is not supported': {
      given: { sent: opaque, body: { message: 'Token authentication not supported for LDAP users.' } },
      title: /does not take/,
    },
    'words that show another scheme': {
      given: {
        sent: opaque,
        body: { message: 'Authorization header format is "Authorization: Ghost [token]"' },
      },
      title: /Bearer was sent; the answer shows the field with Ghost/,
    },
    'the word is to be left out': {
      given: {
        sent: opaque,
        status: 400,
        body: { message: 'Remove the Bearer prefix from the Authorization header.' },
      },
      title: /does not take Bearer/,
    },
    'a key where a web server asks for Basic': {
      given: { sent: { 'X-API-Key': 'Zx81kQp07v' }, received: { 'WWW-Authenticate': 'Basic realm="x"' } },
      title: /api\.example\.com asks for Basic/,
    },
    'a token that an address of the API does not read': {
      given: [
        {
          url: 'https://api.example.com/api/plugins/export',
          sent: { Authorization: 'Token abcdefghijklmnopqrst' },
          status: 302,
          received: { Location: '/login/' },
        },
        {
          url: 'https://api.example.com/login/',
          sent: { Authorization: 'Token abcdefghijklmnopqrst' },
          status: 200,
          redirectedFrom: { url: 'https://api.example.com/api/plugins/export', dropped: [] },
        },
      ],
      title: /does not take Token/,
    },
    'a key behind another scheme than its maker reads': {
      given: {
        url: 'https://example.atlassian.net/rest/api/3/myself',
        sent: { Authorization: `Bearer ATATT3xFfGF0${'Zx81kQp07v'.repeat(4)}` },
      },
      title: /Atlassian reads this API token behind Basic/,
    },
    'a JWT behind a word that few servers know': {
      given: { sent: { Authorization: `JWT ${jwtOf({ sub: 'kim' })}` } },
      title: /stands behind JWT; most servers read it behind Bearer/,
      at: ['Request › Authorization'],
      remedy: { id: 'switch-scheme', values: { scheme: 'bearer' } },
    },
    'Basic to Bearer': {
      given: { sent: basic('a', 'b'), received: { 'WWW-Authenticate': 'Bearer realm="api"' } },
      title: /Basic was sent; api\.example\.com asks for Bearer/,
      at: ['Request › Authorization', 'Response › WWW-Authenticate'],
      remedy: { id: 'switch-scheme', values: { scheme: 'bearer' } },
      figure: { kind: 'schemes', sent: 'Basic', challenged: ['Bearer'] },
    },
    'Basic to Digest': {
      given: {
        sent: basic('a', 'b'),
        received: { 'WWW-Authenticate': 'Digest realm="c", nonce="n", qop="auth"' },
      },
      title: /asks for Digest/,
    },
    'the server says so': {
      given: {
        sent: { 'X-Goog-Api-Key': 'AIzaSy' },
        body: { error: { message: 'API keys are not supported by this API.' } },
      },
      title: /does not take/,
      at: ['Response › body'],
    },
  },
  rulesOut: {
    'the scheme asked for': {
      given: { sent: opaque, received: { 'WWW-Authenticate': 'Bearer' } },
      because: /Bearer was sent and Bearer is asked for/,
    },
  },
});
