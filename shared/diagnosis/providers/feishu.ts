import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const token = { Authorization: 'Bearer t-g1044qeGEDXTB6NDJOGV4JQCYDGHRBARFTGT1234' };
const seen = (status: number, code: number, msg: string) => ({
  status,
  sent: token,
  received: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ code, msg }),
});

export const feishu = defineProvider({
  id: 'feishu',
  name: 'Feishu and Lark',
  category: 'messaging',
  address: 'https://open.feishu.cn/open-apis/im/v1/messages',
  hosts: /^open\.(?:feishu\.cn|larksuite\.com)$/,
  keys: [
    { form: /^t-[\w-]{30,}$/, kind: 'tenant access token', goes: ['authorization bearer'] },
    { form: /^u-[\w-]{20,}/, kind: 'user access token', goes: ['authorization bearer'] },
  ],
  sources: ['https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code'],
  doors: ['authorization bearer'],
  lives: { seconds: 7_200, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-rejected',
      weight: PROVEN,
      says: /^code: (?:99991663|99991668|99991665|99991664|20005)$/,
      explanation:
        'The access token is not known: over after two hours, or of the other of the two worlds, Feishu and Lark.',
      seen: seen(
        400,
        99991663,
        'Invalid access token for authorization. Please make a request with token attached.',
      ),
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /^code: (?:99991677|20026)$/,
      explanation: 'The user’s token is over: renew it.',
      seen: seen(400, 99991677, 'Authentication token expired'),
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /^code: 99991661$|Missing access token for authorization/,
      notSent: /./,
      explanation: 'No token was sent: it goes as Bearer.',
      seen: {
        ...seen(
          400,
          99991661,
          'Missing access token for authorization. Please make a request with token attached.',
        ),
        sent: {},
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /^code: (?:99991672|99991679|99991676)$/,
      explanation:
        'The app, or the user’s token, was made without this permission; the answer names it. After adding it the app must be published anew.',
      seen: seen(400, 99991672, 'Access denied. One of the following scopes is required: [im:message].'),
    },
    {
      cause: 'client-authentication-failed',
      weight: STATED,
      says: /^code: (?:10003|10014|10015|99991543)$|app (?:secret|id) (?:is )?invalid/i,
      explanation: 'App id and app secret do not fit.',
      seen: {
        ...seen(200, 10014, 'app secret invalid'),
        url: 'https://open.feishu.cn/open-apis/auth/v3/tenant_access_token/internal',
        sent: {},
        posted: '{"app_id":"cli_8f0c","app_secret":"1b2a"}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      says: /^code: 99991401$|ip .*(?:denied|not allowed).*whitelist/i,
      explanation: 'The app lists the addresses of its servers.',
      seen: seen(403, 99991401, 'ip 203.0.113.9 is denied by app setting'),
    },
    {
      cause: 'signature-mismatch',
      weight: PROVEN + STATED,
      says: /^code: 19021$|sign match fail/i,
      explanation:
        'A robot with signing: HMAC-SHA256 keyed with timestamp, line break and secret, over nothing; the timestamp in seconds, an hour off at most.',
      seen: {
        ...seen(200, 19021, 'sign match fail'),
        url: 'https://open.feishu.cn/open-apis/bot/v2/hook/8f0c1b2a-9d8e-4f6a-5b4c-3d2e1f0a9b8c',
        sent: {},
        posted: '{"timestamp":"1700049600","sign":"x=","msg_type":"text"}',
      },
    },
  ],
});
