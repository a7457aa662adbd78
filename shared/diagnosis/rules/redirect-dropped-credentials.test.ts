import { opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { redirectDroppedCredentials } from './redirect-dropped-credentials.ts';

testRule(redirectDroppedCredentials, {
  silent: {
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
