import { opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { blockedByIntermediary } from './blocked-by-intermediary.ts';

testRule(blockedByIntermediary, {
  silent: {
    'content that the service itself restricts': {
      status: 403,
      sent: opaque,
      body: { message: 'This content is restricted to members' },
    },
    'an account, not a request': {
      status: 403,
      sent: opaque,
      body: { message: 'Suspicious login detected on your account' },
    },
    'a balancer passed on what the application said': {
      status: 401,
      sent: opaque,
      received: { Server: 'awselb/2.0' },
    },
    'a refusal that leads to another page of the house': {
      url: 'https://sonarr.example.org/api/v3/series',
      sent: { 'X-Api-Key': '0f1e2d3c4b5a69788796a5b4c3d2e1f0' },
      received: { Location: 'https://sonarr.example.org/login?next=/api' },
    },
    'the house’s own login': {
      url: 'https://api.example.org/api/trains',
      sent: opaque,
      status: 302,
      received: { Location: 'https://api.example.org/login' },
    },
    'a login page of the application’s own': [
      {
        url: 'https://api.example.com/api/plugins/export',
        sent: opaque,
        status: 302,
        received: { Location: '/login/' },
      },
      {
        url: 'https://api.example.com/login/',
        sent: opaque,
        status: 200,
        redirectedFrom: { url: 'https://api.example.com/api/plugins/export', dropped: [] },
      },
    ],
    'nginx itself, for a page': {
      status: 403,
      sent: { Cookie: 'session=1' },
      url: 'https://example.com/private/',
      body: '<html><body><h1>403 Forbidden</h1><hr>nginx</body></html>',
    },
    'the application’s own words': {
      status: 403,
      sent: opaque,
      body: '<html><body>403 Forbidden: not your order</body></html>',
    },
    'a bare 403': { status: 403, sent: opaque },
  },
  speaks: {
    'the gate of a company': {
      given: [
        {
          url: 'https://api.example.com/v1/me',
          sent: { Authorization: 'Bearer q7Rk2mXz0bT4vLs8YcW1' },
          status: 307,
          received: { Location: 'https://gateway.zscaler.net/auD?origurl=a' },
        },
        {
          url: 'https://gateway.zscaler.net/auD?origurl=a',
          redirectedFrom: { url: 'https://api.example.com/v1/me', dropped: [] },
          status: 200,
          body: '<html><title>Sign in</title></html>',
        },
      ],
      title: /./,
    },
    'a network that obeys a court': {
      given: {
        status: 403,
        sent: opaque,
        body: { error: 'Access to this website has been restricted by court order' },
      },
      title: /in front/,
    },
    'a site that is not open yet': {
      given: { status: 403, sent: opaque, body: { error: 'Site under construction' } },
      title: /in front/,
    },
    'a tunnel with a challenge of its own': {
      given: { sent: opaque, received: { 'WWW-Authenticate': 'tunnel authorize_uri="https://t.example"' } },
      title: /in front/,
      at: ['Response › WWW-Authenticate'],
    },
    'content that a filter dislikes': {
      given: { status: 403, sent: opaque, body: { error: 'Potential SQL injection detected' } },
      title: /in front/,
    },
    'a refusal that leads a program to the sign-on': {
      given: {
        url: 'https://sonarr.example.org/api/v3/series',
        sent: { 'X-Api-Key': '0f1e2d3c4b5a69788796a5b4c3d2e1f0' },
        received: { Location: 'https://auth.example.org/?rd=https%3A%2F%2Fsonarr.example.org' },
      },
      title: /in front of/,
      at: ['Response › Location'],
    },
    'a balancer that answers itself': {
      given: {
        status: 403,
        sent: opaque,
        received: { Server: 'awselb/2.0', 'Content-Type': 'text/html' },
        body: '<html><head><title>403 Forbidden</title></head><body><center><h1>403 Forbidden</h1></center></body></html>',
      },
      title: /in front/,
      at: ['Response › Server'],
    },
    'a network with a login of its own': {
      given: { status: 511, sent: opaque },
      title: /in front/,
      at: ['Response › status'],
    },
    'a sign-on that the credential was not sent on to': {
      given: [
        {
          url: 'https://app.example.com/api/orders',
          sent: opaque,
          status: 302,
          received: { Location: 'https://sso.example.com/authorize?client_id=a' },
        },
        {
          url: 'https://sso.example.com/authorize?client_id=a',
          status: 200,
          redirectedFrom: { url: 'https://app.example.com/api/orders', dropped: ['Authorization'] },
        },
      ],
      title: /single sign-on in front/,
    },
    'the web server itself, for a call of an API': {
      given: {
        status: 403,
        url: 'https://example.com/wp-json/wp/v2/types',
        sent: { Cookie: 'wordpress_logged_in_1=a' },
        received: { 'Content-Type': 'text/html' },
        body: '<html><head><title>403 Forbidden</title></head><body><center><h1>403 Forbidden</h1></center><hr><center>nginx</center></body></html>',
      },
      title: /in front of (?:api\.)?example\.com/,
      at: ['Response › body'],
    },
    'a firewall': {
      given: {
        status: 403,
        sent: opaque,
        body: '<html><body>The requested URL was rejected. Please consult with your administrator. Your support ID is: 1</body></html>',
      },
      title: /in front of (?:api\.)?example\.com/,
    },
    'a challenge page': {
      given: { status: 403, received: { 'CF-Mitigated': 'challenge' } },
      title: /in front/,
      at: ['Response › CF-Mitigated'],
    },
  },
});
