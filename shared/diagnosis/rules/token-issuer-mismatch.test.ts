import { bearer, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { tokenIssuerMismatch } from './token-issuer-mismatch.ts';

testRule(tokenIssuerMismatch, {
  silent: {
    'the trial’s user at the trial’s host': {
      url: 'https://api.sandbox.example.com/messaging',
      sent: { apiKey: 'q7Rk2mXz0bT4vLs8' },
      posted: 'username=sandbox&to=1',
      body: 'The supplied authentication is invalid',
    },
    'a key that the service’s own login took': [
      { url: 'https://console.example.com/v1/hello', sent: opaque, status: 200 },
      { url: 'https://api.example.com/v1/hello', sent: opaque, body: { message: 'Unauthorized' } },
    ],
    'the user’s endpoint of the server that issued it': {
      url: 'https://id.example.com/oauth2/default/v1/userinfo',
      sent: bearer({ iss: 'https://id.example.com/oauth2/default' }),
    },
    'an issuer that is written as its token endpoint': {
      url: 'https://id.example.com/oauth2/userinfo',
      sent: bearer({ iss: 'https://id.example.com/oauth2/token' }),
    },
    'a key that holds the name of this very server': {
      url: 'https://tracker.example/api/0/projects/',
      sent: {
        Authorization:
          'Bearer org_eyJpYXQiOiAxNzg0NTYzMjAxLCAicmVnaW9uX3VybCI6ICJodHRwczovL3RyYWNrZXIuZXhhbXBsZSIsICJvcmciOiAiYWNtZSJ9_k7',
      },
      body: { detail: 'Invalid org token' },
    },
    'another host without realms': { sent: bearer({ iss: 'https://id.example.com' }) },
    'the same realm': {
      url: 'https://kc.example/admin/realms/a/users',
      sent: bearer({ iss: 'https://kc.example/realms/a' }),
    },
    'the master realm administers all': {
      url: 'https://kc.example/admin/realms/a/users',
      sent: bearer({ iss: 'https://kc.example/realms/master' }),
    },
    'an opaque token': { sent: opaque },
    'the published issuer': [
      {
        url: 'https://id.example.com/.well-known/openid-configuration',
        status: 200,
        body: { issuer: 'https://id.example.com' },
      },
      { sent: bearer() },
    ],
    'accepted by another host of the same environment': [
      { url: 'https://auth.example.com/me', sent: opaque, status: 200 },
      { url: 'https://api.example.com/me', sent: opaque },
    ],
    'a trial host of somebody else': [
      { url: 'https://sandbox.partner.test/me', sent: opaque, status: 200 },
      { url: 'https://api.example.com/me', sent: opaque },
    ],
  },
  speaks: {
    'the trial’s user at another host': {
      given: {
        url: 'https://api.example.com/messaging',
        sent: { apiKey: 'q7Rk2mXz0bT4vLs8' },
        posted: 'username=sandbox&to=1',
        body: 'The supplied authentication is invalid',
      },
      title: /sandbox; wanted is api\.example\.com/,
    },
    'a server that writes its name without the lock': {
      given: {
        url: 'https://id.example.com/connect/userinfo',
        sent: bearer({ iss: 'http://id.example.com' }),
      },
      title: /wanted is https:/,
      at: ['Request › Authorization › token › iss'],
    },
    'a key that another service of the house took': {
      given: [
        { url: 'https://code.models.example.com/v1/fill', sent: opaque, method: 'POST', status: 200 },
        {
          url: 'https://api.models.example.com/v1/chat',
          sent: opaque,
          method: 'POST',
          body: { message: 'Unauthorized' },
        },
      ],
      title: /issued by code\.models/i,
    },
    'one of several servers on a host tells of a user by another’s token': {
      given: {
        url: 'https://id.example.com/oauth2/v1/userinfo',
        sent: bearer({ iss: 'https://id.example.com/oauth2/default' }),
      },
      title: /oauth2\/default; wanted is https:\/\/id\.example\.com\/oauth2\/v1/,
      at: ['Request › Authorization › token › iss'],
    },
    'test credentials where they open nothing': {
      given: { sent: opaque, status: 403, body: { message: 'Not available with sandbox credentials' } },
      title: /does not trust/,
    },
    'the organisation beside the key': {
      given: {
        sent: opaque,
        body: { message: 'The project must match the one of the key', code: 'project_mismatch' },
      },
      title: /does not trust/,
    },
    'a key that holds the name of another region': {
      given: {
        url: 'https://tracker.example/api/0/projects/',
        sent: {
          Authorization:
            'Bearer org_eyJpYXQiOiAxNzg0NTYzMjAxLCAidXJsIjogImh0dHBzOi8vdHJhY2tlci5leGFtcGxlIiwgInJlZ2lvbl91cmwiOiAiaHR0cHM6Ly9kZS50cmFja2VyLmV4YW1wbGUiLCAib3JnIjogImFjbWUifQ==_k7',
        },
        body: { detail: 'Invalid org token' },
      },
      title: /issued by de\.tracker\.example/,
    },
    'another name for the same server': {
      given: {
        url: 'http://localhost:8180/admin/realms/a/users',
        sent: bearer({ iss: 'http://kc.internal:8180/realms/a' }),
      },
      title: /issued by kc\.internal/,
      at: ['Request › Authorization › token › iss'],
    },
    'another tenant than the challenge names': {
      given: {
        sent: bearer({
          iss: 'https://sts.windows.net/8d5fa25f-eae7-4a4e-8d4b-f44a0072df2d/',
          tid: '8d5fa25f-eae7-4a4e-8d4b-f44a0072df2d',
        }),
        received: {
          'WWW-Authenticate':
            'Bearer authorization_uri="https://login.windows.net/c60c0204-c625-4dd6-8e98-4e192982e30b"',
        },
      },
      title: /wanted is c60c0204/,
    },
    'the metadata name it with a slash at the end': {
      given: [
        {
          url: 'https://id.example.com/.well-known/openid-configuration',
          status: 200,
          body: { issuer: 'https://id.example.com/' },
        },
        { sent: bearer() },
      ],
      title: /issued by https:\/\/id\.example\.com; wanted is https:\/\/id\.example\.com\/$/,
    },
    'the issuer of another environment': {
      given: {
        url: 'https://api.example.com/me',
        sent: bearer({ iss: 'https://login.sandbox.example.com/' }),
      },
      title: /issued by https:\/\/login\.sandbox\.example\.com\/; wanted is an issuer of production$/,
      at: ['Request › Authorization › token › iss'],
    },
    'accepted by the sandbox': {
      given: [
        { url: 'https://sandbox-api.example.com/me', sent: opaque, status: 200 },
        { url: 'https://api.example.com/me', sent: opaque },
      ],
      title: /issued by sandbox-api\.example\.com; wanted is api\.example\.com$/,
    },
    'fetched from the sandbox': {
      given: [
        {
          url: 'https://auth.sandbox.example.com/token',
          status: 200,
          body: { access_token: 'Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
        },
        { url: 'https://api.example.com/me', sent: opaque },
      ],
      title: /issued by auth\.sandbox\.example\.com/,
    },
    'a live key at the test host': {
      given: {
        url: 'https://paper-api.alpaca.markets/v2/account',
        sent: { 'APCA-API-KEY-ID': 'AKABCDEFGH', 'APCA-API-SECRET-KEY': 'x' },
      },
      title: /A live key was sent to .*, where test keys are good/,
    },
  },
  rulesOut: {
    'issued by the host that is called': {
      given: { url: 'https://id.example.com/me', sent: bearer() },
      because: /issued by the host/,
    },
  },
});
