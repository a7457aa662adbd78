import { opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { redirectDroppedCredentials } from './redirect-dropped-credentials.ts';

testRule(redirectDroppedCredentials, {
  silent: {
    'the gate of a company': [
      {
        url: 'https://api.example.com/v1/me',
        sent: { Authorization: 'Bearer q7Rk2mXz0bT4vLs8YcW1' },
        status: 307,
        received: { Location: 'https://gateway.zscaler.net/auD?origurl=a' },
      },
      {
        url: 'https://gateway.zscaler.net/auD?origurl=a',
        redirectedFrom: {
          url: 'https://api.example.com/v1/me',
          dropped: ['Authorization'],
        },
        status: 200,
        body: '<html><title>Sign in</title></html>',
      },
    ],
    'a sign-on in front': [
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
    'no redirect': { sent: opaque },
    'a session cookie stays behind on the way to a login': [
      {
        sent: { Cookie: 'session=q7Rk2mXz0bT4vLs8' },
        status: 302,
        received: { Location: 'https://b.example/login' },
      },
      {
        url: 'https://b.example/login',
        status: 200,
        redirectedFrom: { url: 'https://api.example.com/v1/me', dropped: [] },
      },
    ],
    'a login that hands out a session and leads back to its own address': [
      {
        url: 'https://api.example.com/install',
        posted: 'username=a&password=b',
        status: 302,
        received: { Location: '/install?step=2', 'Set-Cookie': 'sid=q7Rk2mXz0bT4vLs8' },
      },
      {
        url: 'https://api.example.com/install?step=2',
        redirectedFrom: { url: 'https://api.example.com/install', dropped: [], methodChanged: true },
      },
    ],
    'a login that ends at home': [
      {
        url: 'https://api.example.com/login',
        posted: 'username=a&password=b',
        status: 302,
        received: { Location: '/home' },
      },
      {
        url: 'https://api.example.com/home',
        redirectedFrom: { url: 'https://api.example.com/login', dropped: [], methodChanged: true },
      },
    ],
    'a login that leads to its own page': [
      {
        method: 'POST',
        url: 'https://api.example.com/index.php',
        posted: 'username=a&password=b',
        status: 302,
        received: { Location: '/index.php' },
      },
      {
        url: 'https://api.example.com/index.php',
        redirectedFrom: { url: 'https://api.example.com/index.php', dropped: [], methodChanged: true },
      },
    ],
    'a parameter gave way to a cookie': [
      {
        url: 'https://api.example.com/enter?token=q7Rk2mXz0bT4vLs8YcW1',
        status: 302,
        received: { Location: '/home', 'Set-Cookie': 'session=1' },
      },
      {
        url: 'https://api.example.com/home',
        sent: { Cookie: 'session=q7Rk2mXz0bT4vLs8' },
        redirectedFrom: { url: 'https://api.example.com/enter?token=q7Rk2mXz0bT4vLs8YcW1', dropped: [] },
      },
    ],
    'the field was sent on': [
      { sent: opaque, status: 302 },
      {
        url: 'https://b.example/x',
        sent: opaque,
        redirectedFrom: { url: 'https://api.example.com/v1/me', dropped: [] },
      },
    ],
    'there was none to lose': [
      { status: 302 },
      { url: 'https://b.example/x', redirectedFrom: { url: 'https://api.example.com/v1/me', dropped: [] } },
    ],
  },
  speaks: {
    'another host': {
      given: [
        { sent: opaque, status: 302, received: { Location: 'https://b.example/x' } },
        {
          url: 'https://b.example/x',
          redirectedFrom: { url: 'https://api.example.com/v1/me', dropped: ['Authorization'] },
        },
      ],
      title: /The redirect to b\.example went without credentials/,
      at: ['Request › Authorization', 'Response › Location', 'Request › Authorization › not sent'],
      remedy: {
        id: 'send-to-redirect-target',
        values: { origin: 'https://b.example', url: 'https://b.example/x' },
      },
    },
    'a parameter': {
      given: [
        {
          url: 'https://api.example.com/v1/me?token=q7Rk2mXz0bT4vLs8YcW1',
          status: 301,
          received: { Location: '/v1/me/' },
        },
        {
          url: 'https://api.example.com/v1/me/',
          redirectedFrom: { url: 'https://api.example.com/v1/me?token=q7Rk2mXz0bT4vLs8YcW1', dropped: [] },
        },
      ],
      title: /went without the parameter token/,
      at: ['Request › URL'],
    },
    'a password that was posted to http': {
      given: [
        {
          url: 'http://api.example.com/login',
          posted: 'username=a&password=b',
          status: 301,
          received: { Location: 'https://api.example.com/login' },
        },
        {
          url: 'https://api.example.com/login',
          redirectedFrom: { url: 'http://api.example.com/login', dropped: [], methodChanged: true },
        },
      ],
      title: /went without the posted password/,
    },
    'a cookie of the other host': {
      given: [
        {
          sent: { Cookie: 'session=q7Rk2mXz0bT4vLs8' },
          status: 302,
          received: { Location: 'https://b.example/x' },
        },
        {
          url: 'https://b.example/x',
          redirectedFrom: { url: 'https://api.example.com/v1/me', dropped: ['Cookie'] },
        },
      ],
      title: /went without the cookie session/,
    },
    'two hops before': {
      given: [
        { sent: opaque, status: 302, received: { Location: 'https://b.example/x' } },
        {
          url: 'https://b.example/x',
          status: 302,
          received: { Location: 'https://b.example/y' },
          redirectedFrom: { url: 'https://api.example.com/v1/me', dropped: ['Authorization'] },
        },
        { url: 'https://b.example/y', redirectedFrom: { url: 'https://b.example/x', dropped: [] } },
      ],
      title: /went without credentials/,
      remedy: { id: 'use-final-url' },
    },
  },
  rulesOut: {
    'sent on': {
      given: [
        { sent: opaque, status: 302 },
        {
          url: 'https://b.example/x',
          sent: opaque,
          redirectedFrom: { url: 'https://api.example.com/v1/me', dropped: [] },
        },
      ],
      because: /last address as well/,
    },
  },
});
