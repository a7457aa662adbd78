import { basic, bearer, opaque } from '../attempt.test-support.ts';
import { testRule } from './rule.test-support.ts';
import { credentialsRejected } from './credentials-rejected.ts';

const digest = { Authorization: 'Digest username="kim", realm="r", nonce="n1", uri="/v1/me", response="00"' };
const ntlm = (type: number): { readonly Authorization: string } => ({
  Authorization: `NTLM ${btoa(`NTLMSSP\0${String.fromCharCode(type)}\0\0\0`)}`,
});

testRule(credentialsRejected, {
  silent: {
    'a refresh token that is called credentials': {
      url: 'https://api.example.com/auth/refresh',
      posted: '{"refresh_token":"abcdefghij"}',
      body: { errors: [{ message: 'Invalid user credentials.' }] },
    },
    'the client of a token endpoint': {
      posted: 'grant_type=client_credentials',
      sent: basic('client', 'secret'),
      body: { message: 'Invalid Authentication Information.' },
    },
    'the words of every web server, to a request without a login': {
      received: { 'WWW-Authenticate': 'Basic realm="x"' },
      body: "Either you supplied the wrong credentials (e.g., bad password), or your browser doesn't understand how to supply the credentials required.",
    },
    'nothing was sent': { body: { message: 'Invalid credentials' } },
    'a signed token and a bare 401': { sent: bearer() },
    'the first message of NTLM, which names nobody': {
      sent: ntlm(1),
      received: { 'WWW-Authenticate': 'NTLM' },
    },
    'a Digest nonce that is over': {
      sent: digest,
      received: { 'WWW-Authenticate': 'Digest realm="r", nonce="n2", stale=true' },
    },
  },
  speaks: {
    'the login of public FTP servers': {
      given: {
        url: 'https://packages.example.com/simple/',
        sent: basic('anonymous', 'me@example.com'),
        received: { 'WWW-Authenticate': 'Basic realm="packages"' },
      },
      title: /user “anonymous” with this password/,
    },
    'a key in the body': {
      given: {
        status: 400,
        posted: 'api_key=q7Rk2mXz0bT4vLs8',
        body: { error: 'The API key is not valid' },
      },
      title: /does not accept/,
    },
    'a key of another service': {
      given: {
        url: 'https://openrouter.ai/api/v1/chat/completions',
        sent: { Authorization: `Bearer sk-proj-${'Zx81kQp07v'.repeat(4)}` },
      },
      title: /A key of OpenAI was sent to OpenRouter/,
    },
    'a key in the path': {
      given: { url: 'https://api.example.org/bot110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/getMe' },
      title: /does not accept the key in the path/,
      marks: '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw',
    },
    'Basic asked again': {
      given: { sent: basic('kim', 'word'), received: { 'WWW-Authenticate': 'Basic realm="x"' } },
      title: /user “kim”/,
      at: ['Response › WWW-Authenticate'],
    },
    'a login below an API that is led to the login page': {
      given: {
        method: 'POST',
        url: 'https://app.example.com/api/auth/login',
        posted: 'username=lena&password=x',
        status: 302,
        received: { Location: '/login' },
      },
      title: /./,
    },
    'a key that lost its end': {
      given: [
        { sent: { 'X-Api-Key': '0123456789abcdef-us21' }, status: 200 },
        { sent: { 'X-Api-Key': '0123456789abcdef' } },
      ],
      title: /does not accept/,
      at: ['Request › X-Api-Key'],
    },
    'a pair with other capitals': {
      given: [
        { sent: basic('kim', 'Abcdefgh1234'), status: 200 },
        { sent: basic('kim', 'abcdefgh1234'), status: 403 },
      ],
      title: /does not accept/,
    },
    'Digest asked again': {
      given: { sent: digest, received: { 'WWW-Authenticate': 'Digest realm="r", nonce="n2"' } },
      title: /user “kim”/,
      at: ['Response › WWW-Authenticate'],
    },
    'the last message of NTLM': {
      given: { sent: ntlm(3), received: { 'WWW-Authenticate': 'NTLM' } },
      title: /this user and password/,
      at: ['Response › WWW-Authenticate'],
    },
    'the body says so': {
      given: { sent: opaque, body: { message: 'Bad credentials' } },
      title: /does not accept/,
      at: ['Response › body'],
      marks: 'Bad credentials',
    },
    'a key in a field': {
      given: { sent: { 'X-API-Key': 'abcdefgh' }, body: { message: 'API key is invalid' } },
      title: /the key in X-API-Key/,
    },
    'a login form': {
      given: { posted: 'user=a&password=b', body: { error: 'Invalid login' } },
      title: /in the body/,
    },
  },
});
