import { basic, jwtOf, NOON, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { credentialsConflict } from './credentials-conflict.ts';

const inFront = { 'WWW-Authenticate': 'Basic realm="Restricted"', 'Content-Type': 'text/html' };
const nginxPage =
  '<html><head><title>401 Authorization Required</title></head><body><h1>401 Authorization Required</h1><hr><center>nginx</center></body></html>';

testRule(credentialsConflict, {
  silent: {
    'a registry’s token, bought with the pair': [
      {
        url: 'https://git.example.com/v2/token',
        sent: basic('kim', 'word'),
        status: 200,
        body: { token: 'q7Rk2mXz0bT4vLs8YcW1' },
      },
      {
        url: 'https://git.example.com/v2/kim/app/blobs/uploads/',
        sent: { Authorization: 'Bearer q7Rk2mXz0bT4vLs8YcW1' },
        received: {
          'WWW-Authenticate': 'Bearer realm="https://git.example.com/v2/token", Basic realm="git"',
        },
      },
    ],
    'the application asks under the same realm': [
      { sent: {}, received: inFront, body: nginxPage },
      { sent: basic('ops', 'word'), received: { 'WWW-Authenticate': 'Basic realm="Restricted"' } },
    ],
    'Basic and the body name the same client': {
      url: 'https://id.example.com/oauth/token',
      sent: basic('shop%2D7', 'word'),
      posted: 'grant_type=client_credentials&client_id=shop-7',
      body: { error: 'invalid_client' },
    },
    'another client than the user, and the answer speaks of neither': {
      sent: basic('kim', 'word'),
      posted: 'client_id=shop-7&note=x',
      body: { error: 'Bad credentials' },
    },
    'Basic was accepted before, and a password is judged': [
      { sent: basic('ops', 'word'), status: 200 },
      { sent: basic('ops', 'word'), body: { error: 'Invalid credentials' } },
    ],
    'Basic was never accepted': { sent: basic('ops', 'word'), body: { error: 'Invalid token' } },
    'the cookie’s token is the older one': {
      sent: {
        Authorization: `Bearer ${jwtOf({ sub: 'kim', iat: NOON })}`,
        Cookie: `auth=${jwtOf({ sub: 'kim', iat: NOON - 60 })}`,
      },
    },
    'the tokens are of different people': {
      sent: {
        Authorization: `Bearer ${jwtOf({ sub: 'kim', iat: NOON - 60 })}`,
        Cookie: `auth=${jwtOf({ sub: 'lee', iat: NOON })}`,
      },
    },
    'a key in Basic where another one passed': [
      { sent: basic('any', '0123456789abcdef-us21'), status: 200 },
      { sent: basic('any', '0123456789abcdef'), body: { title: 'API Key Invalid' } },
    ],
    'the application itself asks for Basic': [
      { sent: {}, received: { 'WWW-Authenticate': 'Basic realm="Shop"' }, body: { message: 'Log in' } },
      { sent: basic('ops', 'word'), body: { message: 'Invalid username or password' } },
    ],
    'the web server asks again': [
      { sent: {}, received: inFront, body: nginxPage },
      { sent: basic('ops', 'word'), received: inFront, body: nginxPage },
    ],
    'one credential': { sent: opaque },
    'two fields that are both required': {
      sent: opaque,
      status: 400,
      body: { message: 'Both Authorization and X-App-Id headers are required' },
    },
    'Basic was refused before, too': [
      { sent: basic('kim', 'word'), received: { 'WWW-Authenticate': 'Basic' } },
      { sent: opaque, received: { 'WWW-Authenticate': 'Basic' } },
    ],
    'a cookie that came with the first answer': [
      { sent: {}, status: 200, received: { 'Set-Cookie': 'sid=Zx81kQp07v' } },
      { sent: { ...opaque, Cookie: 'sid=Zx81kQp07v' } },
    ],
    'a presigned address alone': { url: 'https://b.s3.amazonaws.com/k?X-Amz-Signature=00' },
  },
  speaks: {
    'a second key in a field beside the one that passed alone': {
      given: [
        { sent: opaque, status: 200 },
        {
          sent: { ...opaque, 'X-Api-Key': '0f1e2d3c4b5a69788796a5b4c3d2e1f0' },
          body: { message: 'Invalid API key' },
        },
      ],
      title: /./,
    },
    'an old key in the address beside the field that passed without it': {
      given: [
        { url: 'https://api.example.com/v2/trees', sent: opaque, status: 200 },
        {
          url: 'https://api.example.com/v2/trees?api_key=0f1e2d3c4b5a69788796a5b4c3d2e1f0',
          sent: opaque,
          body: { error: 'Invalid API key' },
        },
      ],
      title: /./,
      at: ['Response › status'],
    },
    'behind the web server, the application asks under a realm of its own': {
      given: [
        { sent: {}, received: inFront, body: nginxPage },
        { sent: basic('ops', 'word'), received: { 'WWW-Authenticate': 'Basic realm="Shop"' } },
      ],
      title: /were sent .*at once/,
    },
    'a person’s pair beside the client of the body': {
      given: {
        url: 'https://id.example.com/oauth2/v1/device/authorize',
        sent: basic('kim@example.com', 'word'),
        posted: 'client_id=0oa1b2c3&scope=openid',
        body: { errorCode: 'invalid_client', errorSummary: 'Invalid value for client_id' },
      },
      title: /were sent .*at once/,
    },
    'the field of the server in front is taken for a token': {
      given: [
        { sent: basic('ops', 'word'), status: 200 },
        { sent: basic('ops', 'word'), body: { message: 'Invalid authorization token (session expired?)' } },
      ],
      title: /were sent .*at once/,
    },
    'the password of the server in front, read once more behind it': {
      given: [
        { sent: {}, received: inFront, body: nginxPage },
        { sent: basic('ops', 'word'), body: { message: 'Invalid username or password' } },
      ],
      title: /were sent .*at once/,
    },
    'Basic of the server in front, displaced': {
      given: [
        { sent: basic('ops', 'word'), status: 200 },
        { sent: opaque, received: { 'WWW-Authenticate': 'Basic realm="Restricted"' } },
      ],
      title: /has displaced the Basic pair/,
    },
    'a cookie that was accepted alone': {
      given: [
        { sent: { Cookie: 'sid=Zx81kQp07v' }, status: 200 },
        { sent: { Cookie: 'sid=Zx81kQp07v', ...basic('kim', 'word') }, body: { error: 'invalid api key' } },
      ],
      title: /were sent .*at once/,
    },
    'two in one field': {
      given: { sent: { Authorization: 'Bearer Zx81kQp07v, Basic a2ltOndvcmQ=' } },
      title: /were sent .*at once/,
    },
    'words for either': {
      given: {
        sent: { ...opaque, 'X-API-Key': 'Zx81kQp07v' },
        body: {
          message: 'Only one of x-api-key and authorization headers must be provided. Received both headers.',
        },
      },
      title: /were sent .*at once/,
    },
    'a newer token in a cookie': {
      given: {
        sent: {
          Authorization: `Bearer ${jwtOf({ sub: 'kim', iat: NOON - 60 })}`,
          Cookie: `auth=${jwtOf({ sub: 'kim', iat: NOON })}`,
        },
      },
      title: /older token than the cookie auth/,
      at: ['Request › Cookie'],
    },
    'presigned and Authorization': {
      given: { url: 'https://b.s3.amazonaws.com/k?X-Amz-Signature=00ff', sent: opaque, status: 400 },
      title: /presigned and Authorization/,
      at: ['Request › URL', 'Request › Authorization'],
      marks: '00ff',
    },
    'a token in two ways, in the words of RFC 6750 §3.1': {
      given: {
        url: 'https://a.example/me?access_token=abc',
        sent: opaque,
        status: 400,
        body: '{"error":"invalid_request","error_description":"More than one method for including an access token was used"}',
      },
      title: /^Authorization and access_token were sent at once/,
      at: ['Response › body', 'Request › URL'],
    },
    'Authorization twice': {
      given: { sent: { Authorization: ['Basic YTpi', 'Bearer abc'] } },
      title: /sent 2 times/,
      at: ['Request › Authorization (2)'],
    },
  },
});
