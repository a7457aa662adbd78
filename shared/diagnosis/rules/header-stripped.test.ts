import { basic, jwtOf, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { headerStripped } from './header-stripped.ts';

const key = 'q7Rk2mXz0bT4vLs8YcW1';

testRule(headerStripped, {
  silent: {
    'a pair that was found wrong, told as to everybody without a session': {
      sent: basic('a', 'b'),
      received: { Server: 'nginx' },
      body: { message: 'Current user is not logged in' },
    },
    'the word is missed and another one was sent': {
      sent: { Authorization: 'Token q7Rk2mXz0bT4vLs8YcW1' },
      body: { message: 'Authorization header must start with Bearer' },
    },
    'a pair that Apache itself checked': {
      sent: basic('a', 'b'),
      received: { Server: 'Apache/2.4.38 mod_wsgi/4.6.5', 'WWW-Authenticate': 'Basic realm="staff"' },
      body: 'This server could not verify that you are authorized to access the document requested.',
    },
    'a pair that the program behind Apache calls wrong': {
      sent: basic('a', 'b'),
      received: { Server: 'Apache/2.4.38 mod_wsgi/4.6.5', 'WWW-Authenticate': 'Basic realm="Radicale"' },
      body: 'Wrong user or password',
    },
    'a key that the site behind the network does not know': [
      { url: 'https://my.example.com/v1/me', sent: { 'X-Access-Key': key }, status: 200 },
      {
        url: 'https://www.example.com/v1/me',
        sent: { 'X-Access-Key': key },
        received: { 'X-Amz-Cf-Id': 'a' },
        body: { message: 'API key doesn’t exist' },
      },
    ],
    'the cluster itself, asked for a service': {
      url: 'https://k8s.example.com/api/v1/namespaces/shop/services/orders/proxy/',
      sent: opaque,
      body: { kind: 'Status', apiVersion: 'v1', message: 'Unauthorized' },
    },
    'the value of a field that was sent is judged': {
      sent: { Authorization: 'Bearer q7Rk2mXz0bT4vLs8YcW1', 'X-Account-Id': '4711' },
      status: 400,
      body: { message: 'The X-Account-Id header is invalid' },
    },
    'a key that the network’s other side calls wrong': [
      { url: 'https://origin.example.com/v1/me', sent: { 'X-Access-Key': key }, status: 200 },
      {
        sent: { 'X-Access-Key': key },
        received: { 'X-Amz-Cf-Id': 'a' },
        body: { message: 'Invalid key' },
      },
    ],
    'one of several fields is missed': {
      sent: { 'X-Api-Key': key },
      body: { msg: 'Any of X-API-KEY, X-API-SIGN is missing in your request header.' },
    },
    'the field was read and judged': {
      sent: { 'X-Api-Key': key },
      received: { Server: 'nginx' },
      body: { message: 'X-Api-Key is missing or invalid' },
    },
    'no key is seen, and nothing stands between': {
      sent: { 'X-Secret': key },
      body: { message: 'No API key provided' },
    },
    'a field with an underscore whose key was judged': {
      sent: { api_key: '9f2d8c1a5b3e4f70' },
      received: { Server: 'nginx/1.18.0' },
      body: { message: 'Invalid API key' },
    },
    'a misspelling of Authorization': {
      sent: { Authentication: `Bearer ${key}` },
      received: { Server: 'nginx' },
      body: { message: 'Token not provided' },
    },
    'another token is asked for in German': {
      sent: opaque,
      received: { Server: 'Apache' },
      body: { message: 'Kein gültiges Token' },
    },
    'a field whose name begins like it': {
      sent: opaque,
      status: 403,
      body: { title: 'Missing Authorization-Provider header' },
    },
    'nobody is found behind the token': {
      sent: opaque,
      body: { msg: 'No user found matching the "sub" claim of the token.' },
    },
    'a fresh token of its own, read and refused': [
      {
        url: 'https://api.example.com/login',
        posted: 'user=a&password=b',
        status: 200,
        body: { token: jwtOf({ sub: 'kim' }) },
      },
      {
        sent: { Authorization: `Bearer ${jwtOf({ sub: 'kim' })}` },
        received: { Server: 'Apache' },
        body: { message: 'Signature verification failed' },
      },
    ],
    'a field of the service’s own is missed': {
      sent: opaque,
      body: { message: 'Missing required header: X-Tenant-Id' },
    },
    'the challenge names the error': {
      sent: opaque,
      received: {
        Server: 'nginx',
        'X-Powered-By': 'Express',
        'WWW-Authenticate': 'Bearer error="invalid_token"',
      },
    },
    'nothing was sent': { body: { detail: 'Authentication credentials were not provided.' } },
    'another scheme is asked for': {
      sent: basic('a', 'b'),
      received: { 'WWW-Authenticate': 'Bearer' },
      body: 'no token provided',
    },
    'Apache says what it says to everybody': {
      sent: basic('a', 'b'),
      received: { Server: 'Apache', 'WWW-Authenticate': 'Basic realm="x"' },
      body: "Either you supplied the wrong credentials (e.g., bad password), or your browser doesn't understand how to supply the credentials required.",
    },
    'the server did look': { sent: opaque, body: { message: 'invalid token' } },
  },
  speaks: {
    'a field with an underscore that must be passed': {
      given: {
        sent: { secret_key: '7b0c1f52-3f6a-4d6e-9a8f-2c4d9be01e77' },
        status: 403,
        received: { Server: 'nginx' },
        body: { detail: 'secret_key must be passed as a header field' },
      },
      title: /secret_key/,
    },
    'a word that was sent and is missed': {
      given: {
        sent: { Authorization: `Bearer ${jwtOf({ sub: 'kim' })}` },
        body: { message: 'Authorization header must start with Bearer' },
      },
      title: /answers as if it saw none/,
    },
    'a token of the form name=value that was handed out a moment before': {
      given: [
        {
          url: 'https://rss.example.com/accounts/ClientLogin',
          posted: 'Email=kim&Passwd=word',
          status: 200,
          body: 'SID=kim/8e6845e089457af25303abc6f5\nAuth=kim/8e6845e089457af25303abc6f5',
        },
        {
          url: 'https://rss.example.com/reader/api/0/token',
          sent: { Authorization: 'GoogleLogin auth=kim/8e6845e089457af25303abc6f5' },
          received: { Server: 'Apache', 'X-Powered-By': 'PHP/8.1.2' },
          body: 'Unauthorized!',
        },
      ],
      title: /says it saw none/,
    },
    'a program behind Apache asks for the pair that was sent': {
      given: {
        sent: basic('a', 'b'),
        received: { Server: 'Apache/2.4.38 mod_wsgi/4.6.5', 'WWW-Authenticate': 'Basic realm="Radicale"' },
        body: 'Access to the requested resource forbidden.',
      },
      title: /answers as if it saw none/,
    },
    'a homeserver of somebody’s own, which reads just this place': {
      given: {
        url: 'https://chat.example.org/_synapse/admin/v1/username_available',
        sent: { Authorization: `Bearer ${key}` },
        received: { Server: 'nginx/1.27.2' },
        body: { errcode: 'M_MISSING_TOKEN', error: 'Missing access token' },
      },
      title: /says it saw none/,
    },
    'a service behind the proxy of its cluster': {
      given: {
        url: 'https://k8s.example.com/api/v1/namespaces/shop/services/http:orders:80/proxy/v1/orders',
        sent: opaque,
        body: { message: 'token not valid' },
      },
      title: /Authorization was sent/,
    },
    'a field that is no credential was sent and is missed': {
      given: {
        sent: { Authorization: 'Bearer q7Rk2mXz0bT4vLs8YcW1', 'X-Account-Id': '4711' },
        status: 400,
        body: { message: 'Missing required header: X-Account-Id' },
      },
      title: /X-Account-Id/,
    },
    'a field with an underscore behind nginx': {
      given: {
        sent: { access_token: key },
        received: { Server: 'nginx/1.25.0' },
        body: { message: 'Authentication token missing' },
      },
      title: /access_token was sent/,
      at: ['Request › access_token', 'Response › Server'],
    },
    'the very field that was sent is missed': {
      given: { sent: { 'X-Api-Key': key }, body: { message: 'X-API-Key header is missing' } },
      title: /X-Api-Key was sent/,
    },
    'no key is seen behind a content network': {
      given: {
        sent: { 'X-Api-Key': key },
        received: { 'X-Amz-Cf-Id': 'a' },
        body: { message: 'No API key provided' },
      },
      title: /X-Api-Key was sent/,
      at: ['Response › X-Amz-Cf-Id'],
    },
    'the application says so in Spanish': {
      given: {
        sent: opaque,
        received: { Server: 'Apache' },
        body: { message: 'No se proporcionó un token' },
      },
      title: /says it saw none/,
    },
    'a field with an underscore, nginx, and no word about the key': {
      given: { sent: { api_key: '9f2d8c1a5b3e4f70' }, status: 403, received: { Server: 'nginx/1.18.0' } },
      title: /api_key was sent/,
      at: ['Request › api_key'],
    },
    'the application says so in Chinese': {
      given: { sent: opaque, received: { Server: 'nginx' }, body: { msg: '缺少Authorization请求头' } },
      title: /says it saw none/,
    },
    'a key that was accepted without the network in front': {
      given: [
        { url: 'https://origin.example.com/v1/me', sent: { 'X-Access-Key': key }, status: 200 },
        {
          sent: { 'X-Access-Key': key },
          received: { 'X-Amz-Cf-Id': 'a' },
          body: { message: 'Unauthorized' },
        },
      ],
      title: /X-Access-Key was sent/,
      at: ['Response › X-Amz-Cf-Id'],
    },
    'accepted without the network in front': {
      given: [
        { url: 'https://origin.example.com/v1/me', sent: { Authorization: key }, status: 200 },
        {
          sent: { Authorization: key },
          received: { 'X-Amz-Cf-Id': 'a' },
          body: { message: 'Unauthorized' },
        },
      ],
      title: /Authorization was sent/,
      at: ['Response › X-Amz-Cf-Id'],
    },
    'the same secret was accepted as a parameter': {
      given: [
        {
          url: 'https://api.example.com/v1/items?apiToken=q7Rk2mXz0bT4vLs8YcW1',
          status: 200,
          body: { items: [] },
        },
        {
          sent: { Authorization: 'Bearer q7Rk2mXz0bT4vLs8YcW1' },
          status: 403,
          received: { Server: 'Apache/2.4', 'X-Powered-By': 'PHP/8.2' },
        },
      ],
      title: /Authorization was sent/,
    },
    'a challenge with a name of the server’s own': {
      given: {
        sent: { Authorization: `Bearer ${jwtOf({ sub: 'kim' })}` },
        received: { Server: 'Apache', 'WWW-Authenticate': 'jwt-auth' },
        body: { message: 'Token not provided' },
      },
      title: /says it saw none/,
    },
    'a fresh token of its own, refused without a reason': {
      given: [
        {
          url: 'https://api.example.com/login',
          posted: 'user=a&password=b',
          status: 200,
          body: { token: jwtOf({ sub: 'kim' }) },
        },
        {
          sent: { Authorization: `Bearer ${jwtOf({ sub: 'kim' })}` },
          received: { Server: 'Apache' },
          body: { message: 'Unauthenticated.' },
        },
      ],
      title: /says it saw none/,
      at: ['Response › body', 'Response › Server'],
    },
    'a proxy in front, and a challenge as to a request without a token': {
      given: {
        sent: opaque,
        received: { Server: 'nginx', 'X-Powered-By': 'Express', 'WWW-Authenticate': 'Bearer realm="api"' },
        body: { message: 'Unauthorized' },
      },
      title: /answers as if it saw none/,
      at: ['Response › WWW-Authenticate', 'Response › Server'],
    },
    'the application saw none': {
      given: {
        sent: opaque,
        received: { Server: 'Apache', 'X-Powered-By': 'PHP/8.2' },
        body: { error: 'token_not_provided' },
      },
      title: /says it saw none/,
      at: ['Response › body', 'Response › Server'],
    },
  },
});
