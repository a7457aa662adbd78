import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const openApi = 'https://omada.example.com:8043/openapi/v1/9a19a503c2c4/sites';
const sent = { Authorization: 'AccessToken=AT-Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' };
const answer = (code: number, msg: string) => ({
  url: openApi,
  status: 200,
  sent,
  body: `{"errorCode":${code},"msg":"${msg}"}`,
});

export const omada = defineProvider({
  id: 'omada',
  name: 'Omada Controller',
  category: 'device',
  address: openApi,
  hosts: /^omada\.|(?:^|[.-])omadanetworks\.com$|omada-(?:northbound|controller|cloud)/,
  fields: [['set-cookie', /^TPOMADA_SESSIONID=/]],
  body: /^\s*\{"errorCode":-\d{4,5},"msg":/,
  paths: /^\/(?:openapi\/v1\/(?:msp\/)?[0-9a-f]{32}|[0-9a-f]{32}\/api\/v2)\//,
  sources: [
    'https://use1-omada-northbound.tplinkcloud.com/doc.html',
    'https://www.omadanetworks.com/en/support/faq/4020/',
  ],
  bare: true,
  keys: [{ form: /^AccessToken=AT-[\w-]+$/, kind: 'access token', goes: ['authorization'] }],
  misleads: [{ says: '200', means: 'The controller answers 200 to all; errorCode is the answer.' }],
  signs: [
    {
      cause: 'url-wrong',
      weight: PROVEN,
      code: ['-1600'],
      explanation:
        'Since version 5 every path begins with the controller’s own number, omadacId, which /api/info tells.',
      seen: {
        url: 'https://omada.example.com:8043/api/v2/login',
        status: 200,
        sent: {},
        posted: '{"username":"kim","password":"word-of-kim"}',
        body: '{"errorCode":-1600,"msg":"Unsupported request path."}',
      },
    },
    {
      cause: 'client-authentication-failed',
      weight: PROVEN,
      code: ['-44106'],
      explanation: 'The controller has no application with this client id and secret.',
      seen: answer(-44106, 'The client id or client secret is invalid'),
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['-44112'],
      explanation: 'An access token lives two hours; get another by the refresh token.',
      seen: answer(
        -44112,
        'The access token has expired. Please re-initiate the refreshToken process to obtain the access token.',
      ),
    },
    {
      cause: 'token-rejected',
      weight: PROVEN,
      code: ['-44113'],
      explanation: 'Authorization holds AccessToken=, and a token that the controller issued.',
      seen: answer(-44113, 'The access token is Invalid'),
    },
    {
      cause: 'grant-invalid',
      weight: PROVEN + HINTED,
      code: ['-44110', '-44111', '-44114'],
      explanation: 'The code or the refresh token is over: log in again.',
      seen: {
        url: 'https://omada.example.com:8043/openapi/authorize/token?grant_type=refresh_token',
        status: 200,
        sent: {},
        posted: '{"grant_type":"refresh_token","client_id":"a","client_secret":"b","refresh_token":"RT-x"}',
        body: '{"errorCode":-44114,"msg":"The refresh token has expired. Please re-initiate the authentication process to obtain the refresh token."}',
      },
    },
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      code: ['-44108'],
      explanation: 'The token of the login goes into the field Csrf-Token of each call.',
      seen: answer(-44108, 'The CSRF token is invalid'),
    },
    {
      cause: 'session-expired',
      weight: PROVEN,
      code: ['-44109'],
      explanation: 'The session of TPOMADA_SESSIONID has ended.',
      seen: answer(-44109, 'The session id is invalid'),
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['-1005', '-1505', '-44118'],
      explanation:
        'The account or application may not do this, has no right for the site, or came without a login of a person.',
      seen: answer(-1505, 'The current user does not have permissions to access this site'),
    },
  ],
});
