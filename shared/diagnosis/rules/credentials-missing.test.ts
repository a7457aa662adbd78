import { opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { credentialsMissing } from './credentials-missing.ts';

testRule(credentialsMissing, {
  silent: {
    'an authorization that was denied before': {
      url: 'https://app.example.com/cb?error=access_denied&state=a',
    },

    'a key of Azure Functions in its parameter': {
      url: 'https://acme-fn.azurewebsites.net/api/orders?code=Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3GZx81kQp07vTnE4sWc2Rb%3D%3D',
    },
    'a token was sent': { sent: opaque, received: { 'WWW-Authenticate': 'Bearer' } },
    'a session cookie was sent': { sent: { Cookie: 'sessionid=abc' } },
    'a login form was sent': { posted: 'user=a&password=b' },
    'a secret below the first level of the body': {
      posted: JSON.stringify({ AuthFlow: 'x', AuthParameters: { USERNAME: 'a', PASSWORD: 'b' } }),
    },
    'a token for a login endpoint': { posted: JSON.stringify({ role: 'app', jwt: 'eyJ.eyJ.x' }) },
    'a token request': { url: 'https://id.example.com/oauth/token', posted: 'grant_type=client_credentials' },
  },
  speaks: {
    'a user that nobody is told about': {
      given: { url: 'https://api.example.com/v1/places?username=kim', body: { message: 'Unauthorized' } },
      title: /No credentials were sent/,
    },
    'callers whom nobody knows': {
      given: { status: 403, body: { message: "Method doesn't allow unregistered callers." } },
      title: /No credentials were sent/,
    },
    'words in Chinese behind a 200': {
      given: { status: 200, body: { code: 401, message: '请先登录', data: null } },
      title: /No credentials were sent/,
    },
    'nothing was sent to a challenge': {
      given: { received: { 'WWW-Authenticate': 'Bearer realm="api"' } },
      title: /No credentials were sent; api\.example\.com asks for Bearer/,
      at: ['Request › Authorization › not sent', 'Response › WWW-Authenticate'],
      marks: 'Bearer realm="api"',
      remedy: { id: 'switch-scheme', values: { scheme: 'bearer' } },
      figure: { kind: 'schemes', sent: 'none', challenged: ['Bearer'] },
    },
    'only some may, and nobody is named': {
      given: { status: 403, body: { message: 'Only superusers can perform this action.' } },
      title: /No credentials/,
      at: ['Response › body'],
    },
    'the body says so': {
      given: { body: { detail: 'Authentication credentials were not provided.' } },
      title: /No credentials were sent/,
      at: ['Response › body'],
      marks: 'not provided',
    },
    'a search for such words': {
      given: { posted: JSON.stringify({ query: { term: { name: 'password' } } }) },
      title: /No credentials/,
    },
    'the caller is anonymous': {
      given: {
        status: 403,
        body: { message: 'pods is forbidden: User "system:anonymous" cannot list pods' },
      },
      title: /No credentials were sent/,
      at: ['Response › body'],
    },
    'only an anonymous cookie': { given: { sent: { Cookie: 'theme=dark' } }, title: /No credentials/ },
  },
  rulesOut: { 'a token was sent': { given: { sent: opaque }, because: /carries a credential/ } },
});
