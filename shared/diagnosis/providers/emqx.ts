import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const emqx = defineProvider({
  id: 'emqx',
  name: 'EMQX',
  category: 'messaging',
  address: 'https://emqx.example.com:18083/api/v5/clients',
  hosts: /^emqx\.|\.emqxsl\.(?:com|cn)$/,
  body: /"code"\s*:\s*"(?:BAD_API_KEY_OR_SECRET|API_KEY_NOT_ALLOW|UNAUTHORIZED_ROLE|BAD_USERNAME_OR_PWD|TOKEN_TIME_OUT|BAD_TOKEN|WRONG_TOKEN_SCOPE)"/,
  sources: [
    'https://docs.emqx.com/en/emqx/latest/admin/api.html',
    'https://github.com/emqx/emqx/blob/master/apps/emqx_dashboard/src/emqx_dashboard.erl',
  ],
  doors: ['authorization basic', 'authorization bearer'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /^code: BAD_API_KEY_OR_SECRET$/i,
      sent: /^authorization authorization: basic /i,
      explanation:
        'This is the name and secret of an API key: from version 5 on the dashboard’s user and password open no API.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"code":"BAD_API_KEY_OR_SECRET","message":"Check api_key/api_secret"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['BAD_USERNAME_OR_PWD'],
      explanation: 'The dashboard has no such user and password; a fresh one has admin and public.',
      seen: {
        url: 'https://emqx.example.com:18083/api/v5/login',
        sent: {},
        posted: '{"username":"kim","password":"word-of-kim"}',
        body: '{"code":"BAD_USERNAME_OR_PWD","message":"Auth failed"}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['TOKEN_TIME_OUT'],
      explanation: 'The dashboard’s token is over an hour after its last use.',
      seen: '{"code":"TOKEN_TIME_OUT","message":"Token expired, get new token by POST /login"}',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['UNAUTHORIZED_ROLE', 'API_KEY_NOT_ALLOW'],
      explanation:
        'The role of the key or user does not hold this call, and some calls are closed to keys altogether.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"code":"UNAUTHORIZED_ROLE","message":"This API Key don\'t have permission to access this resource"}',
      },
    },
  ],
});
