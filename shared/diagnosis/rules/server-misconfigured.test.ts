import { basic, bearer, jwtOf, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { serverMisconfigured } from './server-misconfigured.ts';

testRule(serverMisconfigured, {
  silent: {
    'the web server before a token endpoint has nobody behind it': {
      url: 'https://id.example.com/oauth/token',
      posted: 'grant_type=client_credentials&client_id=a&client_secret=b',
      status: 503,
      body: '<html><head><title>503 Service Temporarily Unavailable</title></head></html>',
    },
    'keys that are published at https': [
      {
        url: 'https://id.example.com/realms/shop/.well-known/openid-configuration',
        status: 200,
        body: {
          issuer: 'https://id.example.com/realms/shop',
          jwks_uri: 'https://id.example.com/realms/shop/certs',
        },
      },
      {
        sent: bearer({ iss: 'https://id.example.com/realms/shop' }),
        body: { detail: 'Token validation failed' },
      },
    ],
    'keys inside a cluster, which the document names by another host': [
      {
        url: 'https://id.example.com/realms/shop/.well-known/openid-configuration',
        status: 200,
        body: {
          issuer: 'https://id.example.com/realms/shop',
          jwks_uri: 'http://keycloak:8080/realms/shop/certs',
        },
      },
      {
        sent: bearer({ iss: 'https://id.example.com/realms/shop' }),
        body: { detail: 'Token validation failed' },
      },
    ],
    'the user who was sent is refused': {
      sent: basic('kim', 'Marble-71'),
      body: { message: 'unable to authenticate user [kim] for REST request' },
    },
    'a realm on this machine, called on this machine': {
      url: 'http://localhost:5000/v2/',
      received: { 'WWW-Authenticate': 'Bearer realm="http://localhost:5001/auth"' },
    },
    'a realm at a public address': {
      received: { 'WWW-Authenticate': 'Bearer realm="https://auth.example.com/token"' },
    },
    'another program was let through in between': [
      { sent: { ...opaque, 'User-Agent': 'python-requests/2' }, status: 403 },
      { sent: { ...opaque, 'User-Agent': 'Mozilla/5.0' }, status: 200 },
      { sent: { ...opaque, 'User-Agent': 'python-requests/2' }, status: 403 },
    ],
    'a field of the client’s own is missed': { sent: opaque, body: 'Missing header X-Tenant-Id' },
    'the same server refuses what it let through': [
      { sent: opaque, status: 200, received: { 'X-Pod': 'a' } },
      { sent: opaque, received: { 'X-Pod': 'a' } },
    ],
    'a session that is set for the domain above': [
      {
        method: 'POST',
        url: 'https://app.example.com/login',
        posted: 'user=lena&password=x',
        status: 302,
        received: { 'Set-Cookie': 'sid=0edc87a3ffb24b44; path=/; domain=.example.com' },
      },
      { url: 'https://app.example.com/api/me' },
    ],
    'a stranger’s page is called one': {
      url: 'https://blog.example.org/login',
      posted: 'user=kim&password=word',
      sent: { Origin: 'https://other.example.org' },
      status: 403,
      body: 'Cross-site POST form submissions are forbidden',
    },
    'its own page lacks a token': {
      url: 'https://blog.example.org/login',
      posted: 'user=kim&password=word',
      sent: { Origin: 'https://blog.example.org' },
      status: 403,
      body: 'CSRF token missing or invalid origin',
    },
    'another resource was found missing in between': [
      { sent: opaque },
      { url: 'https://api.example.com/b', sent: opaque, status: 404 },
      { sent: opaque },
    ],
    'a certificate of the client’s': {
      sent: opaque,
      body: 'client certificate: x509: certificate signed by unknown authority',
    },
    'the account is not set up': {
      sent: opaque,
      body: { message: 'SSO is not configured for your account' },
    },
    'its own fresh token, refused with a reason': [
      {
        url: 'https://api.example.com/login',
        posted: 'user=a&password=b',
        status: 200,
        body: { token: jwtOf({ sub: 'kim' }) },
      },
      { sent: { Authorization: `Bearer ${jwtOf({ sub: 'kim' })}` }, body: { message: 'jwt expired' } },
    ],
    'its own fresh token, behind Apache': [
      {
        url: 'https://api.example.com/login',
        posted: 'user=a&password=b',
        status: 200,
        body: { token: jwtOf({ sub: 'kim' }) },
      },
      { sent: { Authorization: `Bearer ${jwtOf({ sub: 'kim' })}` }, received: { Server: 'Apache' } },
    ],
    'its own token of yesterday': [
      {
        url: 'https://api.example.com/login',
        posted: 'user=a&password=b',
        status: 200,
        body: { token: jwtOf({ sub: 'kim' }) },
      },
      { sent: { Authorization: `Bearer ${jwtOf({ sub: 'kim' })}` }, at: 86_400 },
    ],
    'a bare 401': { sent: opaque },
    'refused twice': [{ sent: opaque }, { sent: opaque }],
    'refused then accepted elsewhere': [
      { sent: opaque },
      { url: 'https://api.example.com/b', sent: opaque, status: 200 },
      { sent: opaque },
    ],
  },
  speaks: {
    'the token endpoint fails in its own form': {
      given: {
        url: 'https://id.example.com/oauth/token',
        posted: 'grant_type=client_credentials&client_id=a&client_secret=b',
        status: 500,
        body: { error: 'unknown_error', error_description: 'Consult the server log.' },
      },
      title: /own authentication does not work/,
    },
    'keys that a login server behind a proxy publishes at http': {
      given: [
        {
          url: 'https://id.example.com/realms/shop/.well-known/openid-configuration',
          status: 200,
          body: {
            issuer: 'https://id.example.com/realms/shop',
            jwks_uri: 'http://id.example.com/realms/shop/certs',
          },
        },
        {
          sent: bearer({ iss: 'https://id.example.com/realms/shop' }),
          body: { detail: 'Token validation failed' },
        },
      ],
      title: /publishes its jwks_uri at http/,
    },
    'a user whom nobody sent is refused behind the door': {
      given: {
        sent: basic('kim', 'Marble-71'),
        body: { message: 'unable to authenticate user [store_system] for REST request' },
      },
      title: /own authentication/,
    },
    'a realm on the server’s own machine': {
      given: { received: { 'WWW-Authenticate': 'Bearer realm="http://localhost:5001/auth"' } },
      title: /own authentication/,
    },
    'a realm without tls at a registry that was called with it': {
      given: {
        received: {
          'WWW-Authenticate': 'Bearer realm="http://api.example.com/service/token",service="registry"',
        },
      },
      title: /own authentication/,
    },
    'a realm inside of the cluster': {
      given: {
        received: { 'WWW-Authenticate': 'Bearer realm="http://auth.registry.svc.cluster.local/token"' },
      },
      title: /own authentication/,
    },
    'a field of the gateway’s own is missed': {
      given: { sent: opaque, body: { message: 'Missing header X-Consumer-Id' } },
      title: /X-Consumer-Id, which its gateway should have set/,
    },
    'another server let it through a moment before': {
      given: [
        { sent: opaque, status: 200, received: { 'X-Pod': 'a' } },
        { sent: opaque, received: { 'X-Pod': 'b' } },
      ],
      title: /disagree/,
      at: ['Response › X-Pod'],
    },
    'it has no key to verify with': {
      given: {
        sent: opaque,
        body: {
          message: 'IDX10500: Signature validation failed. No security keys were provided to validate.',
        },
      },
      title: /own authentication/,
    },
    'a session that is set for another domain': {
      given: [
        {
          method: 'POST',
          url: 'https://app.example.com/login',
          posted: 'user=lena&password=x',
          status: 302,
          received: { 'Set-Cookie': 'sid=0edc87a3ffb24b44; path=/; domain=app.intern.example' },
        },
        { url: 'https://app.example.com/api/me' },
      ],
      title: /./,
      at: ['Response › Set-Cookie'],
    },
    'it cannot load the provider’s description': {
      given: { sent: opaque, body: { error: 'SAML metadata could not be loaded' } },
      title: /own authentication/,
    },
    'its own page is called a stranger’s': {
      given: {
        url: 'https://blog.example.org/login',
        posted: 'user=kim&password=word',
        sent: { Origin: 'https://blog.example.org' },
        status: 403,
        body: 'Cross-site POST form submissions are forbidden',
      },
      title: /does not know the address/,
      at: ['Request › Origin', 'Response › body'],
    },
    'a cookie that it may not set': {
      given: {
        posted: 'user=kim&password=word',
        status: 500,
        body: { error: 'Cannot send secure cookie over unencrypted connection' },
      },
      title: /own authentication/,
    },
    'its key is too short': {
      given: { status: 500, body: 'The specified key byte array is 48 bits which is not secure enough' },
      title: /own authentication/,
    },
    'no, not found, no': {
      given: [{ sent: opaque }, { sent: opaque, status: 404 }, { sent: opaque }],
      title: /by turns/,
    },
    'its identity provider has another certificate': {
      given: {
        sent: bearer(),
        body: {
          error:
            'fetching keys: Get "https://id.example.com/keys": x509: certificate signed by unknown authority',
        },
      },
      title: /own authentication/,
    },
    'its directory does not answer': {
      given: { sent: opaque, body: { message: "Can't contact LDAP server" } },
      title: /own authentication/,
    },
    'a rule that was not told of an audience': {
      given: { sent: bearer(), body: { errors: ['no audiences bound to the role'] } },
      title: /own authentication/,
    },
    'the keys cannot be had': {
      given: {
        sent: bearer(),
        body: { errors: ['verifying signature: fetching keys oidc: get keys failed: 404 Not Found'] },
      },
      title: /own authentication/,
    },
    'a word of settings that nobody finished': {
      given: {
        sent: opaque,
        status: 403,
        body: { code: 'login_bad_config', message: 'JWT is not configurated properly' },
      },
      title: /own authentication/,
    },
    'it has no key of its own': {
      given: { sent: bearer(), body: { message: 'Signing key cannot be null' } },
      title: /own authentication/,
    },
    'a parser’s complaint about what nobody sent': {
      given: { sent: opaque, status: 403, body: { error: 'unexpected end of JSON input', sso_status: 401 } },
      title: /./,
    },

    'its own token, taken a moment before and called invalid now': {
      given: [
        {
          url: 'https://api.example.com/login',
          posted: 'user=a&password=b',
          status: 200,
          body: { token: jwtOf({ sub: 'kim' }) },
        },
        {
          sent: { Authorization: `Bearer ${jwtOf({ sub: 'kim' })}` },
          status: 200,
          url: 'https://api.example.com/a',
        },
        {
          sent: { Authorization: `Bearer ${jwtOf({ sub: 'kim' })}` },
          url: 'https://api.example.com/b',
          body: { message: 'invalid or expired jwt' },
        },
      ],
      title: /by turns/,
      at: ['Response › status'],
    },
    'its own fresh token, refused without a reason': {
      given: [
        {
          url: 'https://api.example.com/login',
          posted: 'user=a&password=b',
          status: 200,
          body: { token: jwtOf({ sub: 'kim' }) },
        },
        { sent: { Authorization: `Bearer ${jwtOf({ sub: 'kim' })}` }, body: { message: 'Unauthorized' } },
      ],
      title: /own authentication does not work/,
      at: ['Response › body'],
    },
    'no, yes, no': {
      given: [{ sent: opaque }, { sent: opaque, status: 200 }, { sent: opaque }],
      title: /by turns/,
      at: ['Response › status'],
    },
    'the key set is out of reach': {
      given: { sent: bearer(), body: 'Jwks remote fetch is failed' },
      title: /own authentication/,
    },
    'the published key is refused': {
      given: [
        { url: 'https://id.example.com/jwks', status: 200, body: { keys: [{ kid: 'key-1' }] } },
        { sent: bearer(), body: { message: 'unable to find matching key' } },
      ],
      title: /has not loaded the key/,
    },
  },
});
