import { basic, bearer, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { scopeInsufficient } from './scope-insufficient.ts';

testRule(scopeInsufficient, {
  silent: {
    'a permission of the user behind a signed token': {
      sent: bearer(),
      status: 403,
      body: { code: 'forbidden', params: ['keys.create'] },
    },
    'a token that was asked for by its scope': [
      {
        url: 'https://id.example.com/token',
        posted: 'grant_type=client_credentials&scope=api',
        status: 200,
        body: { access_token: 'q7Rk2mXz0bT4vLs8YcW1', scope: '' },
      },
      {
        url: 'https://api.example.com/v1/items',
        sent: { Authorization: 'Bearer q7Rk2mXz0bT4vLs8YcW1' },
        body: '',
      },
    ],
    'a person who lacks a right': {
      sent: { Authorization: 'Basic a2ltOnRpZ2VyLWxpbHk=' },
      status: 403,
      body: { message: 'Insufficient privileges.' },
    },
    'an action of a cloud that a role may not do': {
      sent: opaque,
      status: 403,
      body: { message: 'Not authorized to perform sts:AssumeRole' },
    },
    'a user may read and not write': [
      { sent: basic('a', 'b'), status: 200 },
      { sent: basic('a', 'b'), posted: '{}', status: 401 },
    ],
    'a token reads, and a write of another thing is refused': [
      { sent: opaque, status: 200 },
      { url: 'https://api.example.com/v1/hooks', sent: opaque, posted: '{}', status: 401 },
    ],
    'a token reads, and the anti-forgery token is wrong': [
      { sent: opaque, status: 200 },
      { sent: opaque, posted: '{}', status: 403, body: 'Forbidden - CSRF token invalid' },
    ],
    'a token has read long ago': [
      { sent: opaque, status: 200 },
      { sent: opaque, posted: '{}', status: 401, at: 3600 },
    ],
    'a scope that strangers are told of': {
      received: { 'WWW-Authenticate': 'Bearer scope="rx.write"' },
    },
    'a scope in a challenge to a token that may be over': {
      sent: opaque,
      received: { 'WWW-Authenticate': 'Bearer scope="rx.write"' },
    },
    'a job’s token at a foreign project': {
      sent: opaque,
      status: 403,
      body: { message: '403 Forbidden - CI_JOB_TOKEN is not allowed to access this project' },
    },
    'all was granted that was asked for': [
      {
        url: 'https://id.example.com/token',
        posted: 'grant_type=client_credentials&scope=steps.read%20offline_access',
        status: 200,
        body: { access_token: 'ba_at_99887766554433', scope: 'steps.read' },
      },
      { sent: { Authorization: 'Bearer ba_at_99887766554433' }, status: 403 },
    ],

    'a key for certain addresses': {
      sent: { 'X-API-Key': 'Zx81kQp07v' },
      status: 403,
      body: { error: 'This key is restricted to 3 IP addresses' },
    },

    'the word scope in another sense': { sent: opaque, body: { message: 'variable out of scope' } },
    'the scope that was asked for': [
      {
        url: 'https://registry.example.com/token?scope=repository:team/app:pull,push',
        sent: basic('ci', 'x'),
        status: 200,
        body: { token: 'Zx81kQp07vTnE4sWc2Rb0a' },
      },
      {
        sent: { Authorization: 'Bearer Zx81kQp07vTnE4sWc2Rb0a' },
        received: {
          'WWW-Authenticate':
            'Bearer realm="https://registry.example.com/token",scope="repository:team/app:push"',
        },
      },
    ],
    'a bare 403': { sent: opaque, status: 403 },
    'the scope is there': {
      sent: bearer({ scope: 'read write' }),
      status: 403,
      received: { 'X-OAuth-Scopes': 'read', 'X-Accepted-OAuth-Scopes': 'read' },
    },
  },
  speaks: {
    'an ability beside a code': {
      given: {
        sent: { 'X-Api-Key': 'q7Rk2mXz0bT4vLs8' },
        status: 403,
        body: { code: 'operation_not_permitted', params: ['keys.create'] },
      },
      title: /lacks a scope/,
      marks: 'keys.create',
    },
    'a token that was fetched for nothing': {
      given: [
        {
          url: 'https://id.example.com/token',
          posted: 'grant_type=client_credentials',
          status: 200,
          body: { access_token: 'q7Rk2mXz0bT4vLs8YcW1', scope: '' },
        },
        {
          url: 'https://api.example.com/v1/items',
          sent: { Authorization: 'Bearer q7Rk2mXz0bT4vLs8YcW1' },
          body: '',
        },
      ],
      title: /lacks a scope/,
      at: ['Response › body'],
    },
    'an action by its name': {
      given: { sent: opaque, status: 403, body: { message: 'not allowed to operate base|read_all' } },
      title: /lacks a scope/,
    },
    'a key of a pair that may only read': {
      given: {
        sent: { Authorization: 'Basic a2V5OnNlY3JldA==' },
        status: 403,
        body: { message: 'The API key has insufficient permissions' },
      },
      title: /lacks a scope/,
    },
    'a token reads and does not write': {
      given: [
        { sent: opaque, status: 200 },
        { sent: opaque, posted: '{}', status: 401, body: { message: 'Unauthorized' } },
      ],
      title: /lacks a scope/,
    },
    'a token fetched for pull where push is wanted': {
      given: [
        {
          url: 'https://registry.example.com/token?scope=repository:team/app:pull',
          sent: basic('ci', 'x'),
          status: 200,
          body: { token: 'Zx81kQp07vTnE4sWc2Rb0a' },
        },
        {
          sent: { Authorization: 'Bearer Zx81kQp07vTnE4sWc2Rb0a' },
          received: {
            'WWW-Authenticate':
              'Bearer realm="https://registry.example.com/token",scope="repository:team/app:pull,push"',
          },
        },
      ],
      title: /lacks/,
    },

    'a scope in the challenge alone': {
      given: { sent: opaque, status: 403, received: { 'WWW-Authenticate': 'Bearer scope="rx.write"' } },
      title: /lacks the scope rx\.write/,
      at: ['Response › WWW-Authenticate'],
    },
    'a named permission': {
      given: { sent: opaque, status: 403, body: { error: 'This token needs the permission "pages:write"' } },
      title: /lacks/,
    },

    'a key that only reads': {
      given: {
        sent: { 'X-API-Key': 'Zx81kQp07v' },
        status: 403,
        body: { error: 'Read-only API key cannot be used for writing' },
      },
      title: /lacks/,
    },
    'less was granted than asked for': {
      given: [
        {
          url: 'https://id.example.com/token',
          posted: 'grant_type=client_credentials&scope=steps.read%20steps.write',
          status: 200,
          body: { access_token: 'ba_at_99887766554433', scope: 'steps.read' },
        },
        { sent: { Authorization: 'Bearer ba_at_99887766554433' }, status: 403 },
      ],
      title: /lacks/,
    },
    'field and code of a missing permission': {
      given: {
        sent: opaque,
        body: { errors: [{ resource: 'AccessToken', field: 'activity:read_permission', code: 'missing' }] },
      },
      title: /lacks/,
    },

    'a permission of the key by its name': {
      given: {
        sent: { 'X-API-Key': 'Zx81kQp07vTnE4sWc2Rb' },
        status: 403,
        body: { message: 'Missing required permission: albumAsset.create' },
      },
      title: /scope/i,
    },
    insufficient_scope: {
      given: {
        sent: bearer({ scope: 'read' }),
        status: 403,
        received: { 'WWW-Authenticate': 'Bearer error="insufficient_scope", scope="read write"' },
      },
      title: /lacks the scope write/,
      at: ['Response › WWW-Authenticate', 'Request › Authorization › token › scope'],
      remedy: { id: 'ask-for-scope', values: { scope: 'write' } },
      figure: { kind: 'values', got: 'read', wanted: 'read write' },
    },
    'granted and accepted scopes differ': {
      given: {
        sent: opaque,
        status: 403,
        received: { 'X-OAuth-Scopes': 'gist', 'X-Accepted-OAuth-Scopes': 'repo' },
      },
      title: /lacks the scope repo/,
      at: ['Response › X-OAuth-Scopes'],
    },
    'the body says so': {
      given: { sent: opaque, status: 403, body: { message: 'Resource not accessible by integration' } },
      title: /lacks a scope or permission/,
    },
  },
});
