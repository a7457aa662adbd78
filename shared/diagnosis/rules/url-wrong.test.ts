import { basic, opaque, type Told } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { urlWrong } from './url-wrong.ts';

/** A call of a program that was led to a login page which a script builds. */
const ledTo = (login: string, url: string): readonly Told[] => [
  { url, sent: basic('a', 'b'), status: 302, received: { Location: login } },
  {
    url: new URL(login, url).href,
    sent: basic('a', 'b'),
    redirectedFrom: { url, dropped: [] },
    status: 200,
    received: { 'Content-Type': 'text/html' },
    body: '<!doctype html><html><head><title>Acme</title></head><body><acme-app></acme-app></body></html>',
  },
];

testRule(urlWrong, {
  silent: {
    ...Object.fromEntries(
      ['%ff12345678', '%zz12345678', '%e4%f612345678'].map((segment): [string, readonly Told[]] => [
        `a path that is no text: ${segment}`,
        [
          {
            url: 'https://api.example.com/things',
            sent: opaque,
            status: 200,
            body: [{ id: 'a1b2c3d4', eventId: 'e5f6a7b8' }],
          },
          { url: `https://api.example.com/things/${segment}`, sent: opaque, status: 403 },
        ],
      ]),
    ),
    'pages that ask for the scheme that was sent': {
      url: 'https://trakt.tv/exports/list.zip',
      sent: basic('anonymous', 'me@example.com'),
      received: { 'WWW-Authenticate': 'Basic realm="Trakt"', 'Content-Type': 'text/plain' },
      body: '',
    },
    'a field that does not exist at the name behind a network': [
      { url: 'https://origin.example.com/v1/me', sent: opaque, status: 200 },
      {
        url: 'https://www.example.com/v1/me',
        sent: opaque,
        body: { message: 'Authorization header does not exist' },
      },
    ],
    'a directory within a script': {
      url: 'https://api.example.com/api/reader.php/reader/api/0/edit-tag',
      sent: opaque,
    },
    'a browser at the pages of a service': {
      url: 'https://trakt.tv/settings',
      sent: { Accept: 'text/html,*/*', Cookie: 'a=b' },
      status: 403,
      received: { 'Content-Type': 'text/html' },
      body: '<html></html>',
    },
    'pages that answer a program in its own form': {
      url: 'https://trakt.tv/oauth/token',
      method: 'POST',
      sent: opaque,
      body: { error: 'invalid' },
    },
    'a code redeemed where its way back says': [
      { url: 'https://app.example.com/cb?code=c0de4711&shop=mugs.myshopify.com', status: 302 },
      {
        url: 'https://mugs.myshopify.com/admin/oauth/access_token',
        method: 'POST',
        posted: 'client_id=a&client_secret=b&code=c0de4711',
        status: 400,
        body: { error: 'invalid_request' },
      },
    ],
    'a region that names the right which is missing': [
      { url: 'https://apac.api.traces.test/sessions', sent: opaque, status: 200 },
      {
        url: 'https://api.traces.test/runs',
        sent: opaque,
        status: 403,
        body: { error: 'Missing permission runs:create' },
      },
    ],
    'two regions that both know the key': [
      { url: 'https://api.eu.mailer.test/v3/domains', sent: opaque, status: 200 },
      { url: 'https://api.mailer.test/v3/domains', sent: opaque, status: 200 },
      { url: 'https://api.mailer.test/v3/shop/messages', method: 'POST', sent: opaque },
    ],
    'another login at the address with a slash': [
      {
        url: 'https://api.example.com/login',
        method: 'POST',
        posted: 'username=lee&password=Quartz-33',
        status: 200,
      },
      { url: 'https://api.example.com/login/', method: 'POST', posted: 'username=kim&password=Marble-71' },
    ],
    'an address inside the application that led to its login': ledTo(
      '/acme/login',
      'https://git.example.com/acme/api/version',
    ),
    'a foreign host that says nothing of the token': [
      { url: 'https://api.other.test/me', sent: opaque, status: 200 },
      { sent: opaque },
    ],
    'a wrong key of the API': { sent: opaque, body: { error: 'Wrong api key' } },
    'a login page for a cookie': [
      { url: 'https://git.example.com/user', sent: { Cookie: 'session=1' }, status: 303 },
      {
        url: 'https://git.example.com/user/login',
        sent: { Cookie: 'session=1' },
        redirectedFrom: { url: 'https://git.example.com/user', dropped: [] },
        body: '<html><title>Sign in</title></html>',
      },
    ],
    'squid names the address of every refusal': {
      body: 'The following error was encountered while trying to retrieve the URL: http://127.0.0.1/open.json',
    },
    'a page to read': {
      sent: opaque,
      body: { message: 'You cannot use this. See docs.example.com or example.com/pricing' },
    },
    'the host that was called': { sent: opaque, body: { message: 'Use api.example.com with a key' } },
    'a bare 401': { sent: opaque },
    'a thing that was listed by its id': [
      {
        url: 'https://api.example.com/things',
        sent: opaque,
        status: 200,
        body: [{ id: 'a1b2c3d4', eventId: 'e5f6a7b8' }],
      },
      { url: 'https://api.example.com/things/a1b2c3d4', sent: opaque },
    ],
    'a login whose session is over': {
      posted: 'username=a&password=b',
      body: { message: 'Session expired, please log in again at /login' },
    },
    'another page of the same host passed': [
      { url: 'https://api.example.com/v1/you', sent: opaque, status: 200 },
      { sent: opaque },
    ],
    'another name of the same host passed': [
      { url: 'https://www.example.com/v1/me', sent: opaque, status: 200 },
      { sent: opaque },
    ],
    'the token is good at the host that was called': [
      {
        url: 'https://id.example.com/oauth2/token',
        posted: 'grant_type=client_credentials',
        status: 200,
        body: { access_token: 'Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G', instance_url: 'https://api.example.com' },
      },
      { sent: opaque },
    ],
    'a workspace is not in the request': {
      sent: opaque,
      body: { message: 'Workspace id not found in the request headers' },
    },
    'an unknown user': { sent: basic('a', 'b'), body: 'user does not exist' },
  },
  speaks: {
    'a room of the service by the name that the host gives it': {
      given: {
        url: 'https://acme-old.desk.example.com/api/tickets',
        sent: opaque,
        body: { error: "Unknown workspace 'acme-old'" },
      },
      title: /./,
    },
    'a path that the interface does not know': {
      given: {
        status: 200,
        posted: 'username=kim&password=word',
        body: { errorCode: -1600, msg: 'Unsupported request path.' },
      },
      title: /./,
    },
    'the redirect made a GET of the POST': {
      given: [
        {
          url: 'http://api.example.com/v1/jobs',
          method: 'POST',
          posted: '{"a":1}',
          sent: opaque,
          status: 301,
          received: { Location: 'https://api.example.com/v1/jobs' },
        },
        {
          url: 'https://api.example.com/v1/jobs',
          sent: opaque,
          redirectedFrom: { url: 'http://api.example.com/v1/jobs', dropped: [], methodChanged: true },
          body: { error: 'authentication required' },
        },
      ],
      title: /wrong address/,
    },
    'a key that the twin site does not know': {
      given: [
        { url: 'https://my.example.com/v1/me', sent: opaque, status: 200 },
        {
          url: 'https://www.example.com/v1/me',
          sent: opaque,
          body: { message: 'API key doesn’t exist' },
        },
      ],
      title: /my\.example\.com is the right address/,
    },
    'the pages of a service in place of its interface': {
      given: {
        url: 'https://www.trakt.tv/oauth/device/code',
        method: 'POST',
        sent: { Accept: 'application/json' },
        status: 403,
        received: { 'Content-Type': 'text/html' },
        body: '',
      },
      title: /api\.trakt\.tv is the right address/,
    },
    'a code redeemed at another shop': {
      given: [
        { url: 'https://app.example.com/cb?code=c0de4711&shop=mugs.myshopify.com', status: 302 },
        {
          url: 'https://cups.myshopify.com/admin/oauth/access_token',
          method: 'POST',
          posted: 'client_id=a&client_secret=b&code=c0de4711',
          status: 400,
          body: { error: 'invalid_request' },
        },
      ],
      title: /mugs\.myshopify\.com is the right address/,
    },
    'another region took the key for another call': {
      given: [
        { url: 'https://api.eu.mailer.test/v3/domains', sent: opaque, status: 200 },
        { url: 'https://api.mailer.test/v3/shop/messages', method: 'POST', sent: opaque, body: 'Forbidden' },
      ],
      title: /api\.eu\.mailer\.test is the right address/,
    },
    'another region took the key that this one forbids and says nothing of': {
      given: [
        { url: 'https://apac.api.traces.test/sessions', sent: opaque, status: 200 },
        { url: 'https://api.traces.test/runs', sent: opaque, status: 403, body: { error: 'Forbidden' } },
      ],
      title: /apac\.api\.traces\.test is the right address/,
    },
    'a resource of the version before': {
      given: {
        sent: opaque,
        status: 410,
        body: { message: 'This resource is no longer available under v1 APIs' },
      },
      title: /wrong address/,
    },
    'a token that another service had accepted': {
      given: [
        { url: 'https://api.other.test/me', sent: opaque, status: 200 },
        { sent: opaque, body: { message: 'Bad credentials' } },
      ],
      title: /api\.other\.test is the right address/,
    },
    'the same login passes without the slash': {
      given: [
        {
          url: 'https://api.example.com/login',
          method: 'POST',
          posted: 'username=kim&password=Marble-71',
          status: 200,
        },
        { url: 'https://api.example.com/login/', method: 'POST', posted: 'username=kim&password=Marble-71' },
      ],
      title: /^\/login is the right address/,
    },
    'a region that is not this one': {
      given: {
        sent: opaque,
        status: 421,
        body: { error: { type: 'misdirected_request', message: 'Wrong region', data: { region: 'fra' } } },
      },
      title: /wrong address/,
    },
    'another id of what was listed': {
      given: [
        {
          url: 'https://api.example.com/things',
          sent: opaque,
          status: 200,
          body: [{ id: 'a1b2c3d4', eventId: 'e5f6a7b8' }],
        },
        { url: 'https://api.example.com/things/e5f6a7b8', sent: opaque, status: 403 },
      ],
      title: /holds the eventId; the id is a1b2c3d4/,
      at: ['Response › body'],
    },
    'a login that is told to log in': {
      given: {
        posted: '<signin><credentials name="a" password="b"/></signin>',
        body: { message: 'Please log in at /login in order to proceed.' },
      },
      title: /wrong address/,
    },
    'the way led to a front page': {
      given: [
        { url: 'http://api.example.org/v1/lights', sent: opaque, status: 301 },
        {
          url: 'https://www.example.org/',
          sent: opaque,
          redirectedFrom: { url: 'http://api.example.org/v1/lights', dropped: [] },
        },
      ],
      title: /wrong address/,
    },
    'the same path without what stands before it passed': {
      given: [
        { url: 'https://app.example.com/api/orders', sent: { Cookie: 'session=q7Rk2mXz0bT4' }, status: 200 },
        { url: 'https://app.example.com/shop/api/orders', sent: { Cookie: 'session=q7Rk2mXz0bT4' } },
      ],
      title: /\/api\/orders is the right address/,
    },
    'the sandbox took it': {
      given: [{ url: 'https://sandbox.example.com/v1/me', sent: opaque, status: 200 }, { sent: opaque }],
      title: /sandbox\.example\.com is the right address/,
    },
    'the answer with the token names another host': {
      given: [
        {
          url: 'https://id.example.com/oauth2/token',
          posted: 'grant_type=client_credentials',
          status: 200,
          body: { access_token: 'Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G', instance_url: 'https://na7.example.com' },
        },
        { sent: opaque },
      ],
      title: /na7\.example\.com is the right address/,
      at: ['Response › body'],
    },
    'the account lives elsewhere': {
      given: { sent: opaque, body: { message: 'This account lives in the eu1 data center' } },
      title: /wrong address/,
    },
    'another host is named': {
      given: {
        sent: opaque,
        body: { message: 'Incorrect region. Please make your request to eu.api.example.com' },
      },
      title: /the answer names eu\.api\.example\.com/,
      marks: 'eu.api.example.com',
    },
    'an address beside the application, led to its login': {
      given: ledTo('/acme/login', 'https://git.example.com/api/version'),
      title: /wrong address/,
      at: ['Response › Location'],
    },
    'a page for people': {
      given: [
        {
          url: 'https://git.example.com/user',
          sent: basic('a', 'b'),
          status: 303,
          received: { Location: '/user/login' },
        },
        {
          url: 'https://git.example.com/user/login',
          sent: basic('a', 'b'),
          redirectedFrom: { url: 'https://git.example.com/user', dropped: [] },
          received: { 'Content-Type': 'text/html' },
          body: '<!DOCTYPE html><html><head><title>Sign in</title></head><body>Sign in</body></html>',
        },
      ],
      title: /wrong address/,
      at: ['Response › Location'],
    },
    'a realm that does not exist': {
      given: { sent: opaque, status: 404, body: { error: 'Realm does not exist' } },
      title: /wrong address/,
    },
    'a doubled slash': {
      given: { url: 'https://api.example.com//v1/me', sent: opaque },
      title: /doubled slash/,
      at: ['Request › URL'],
    },
  },
});
