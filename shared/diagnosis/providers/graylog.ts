import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const token = { Authorization: 'Basic MTdxMHJoYzh0OWs2Om0zdjVuYjp0b2tlbg==' };

export const graylog = defineProvider({
  id: 'graylog',
  name: 'Graylog',
  category: 'observability',
  address: 'https://graylog.example.com:9000/api/streams',
  paths: /^\/api\/(?:streams|search\/universal|system\/inputs)\b/,
  challenge: /Graylog/i,
  fields: [['x-graylog-node-id']],
  body: /X-Requested-By/,
  sources: ['https://go2docs.graylog.org/current/setting_up_graylog/rest_api.html'],
  doors: ['authorization basic'],
  signs: [
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /CSRF protection header is missing\. Please add a "?X-Requested-By/i,
      explanation: 'Every change wants the field X-Requested-By, whatever its value.',
      seen: {
        status: 400,
        sent: token,
        posted: '{}',
        body: 'CSRF protection header is missing. Please add a "X-Requested-By" header to your request.',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      status: [401],
      says: /Invalid credentials/i,
      sent: /^authorization authorization: basic /i,
      explanation:
        'An access token goes as user with the word “token” as password, a session’s id with the word “session”; else user and password are wrong.',
      seen: {
        sent: token,
        received: { 'X-Graylog-Node-ID': '8f0c' },
        body: '{"type":"ApiError","message":"Invalid credentials"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      status: [403],
      says: /^message: Not authorized/i,
      explanation: 'The user holds no role or share for this stream or entity.',
      seen: {
        status: 403,
        sent: token,
        received: { 'X-Graylog-Node-ID': '8f0c' },
        body: '{"type":"ApiError","message":"Not authorized to access resource id <5f3c>"}',
      },
    },
  ],
});
