import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

const sent = { Authorization: 'Bearer tk_AgQdq7mVBoFD37zQVN29RhuMzNIz2' };
const refusal =
  '{"code":40101,"http":401,"error":"unauthorized","link":"https://ntfy.sh/docs/publish/#authentication"}';

export const ntfy = defineProvider({
  id: 'ntfy',
  name: 'ntfy',
  category: 'messaging',
  address: 'https://ntfy.sh/alarms',
  hosts: /^ntfy\./,
  body: /"link":"https:\/\/ntfy\.sh\/docs\//,
  sources: ['https://docs.ntfy.sh/publish/#authentication', 'https://docs.ntfy.sh/config/#access-control'],
  keys: [{ form: /^tk_[a-z0-9]{29}$/i, kind: 'access token' }],
  doors: ['authorization bearer', 'authorization basic', 'query auth'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['40101', '40301'],
      notSent: /./,
      explanation:
        'The topic is not open to everybody: send a token as Bearer, or user and password as Basic.',
      seen: {
        status: 403,
        sent: {},
        body: '{"code":40301,"http":403,"error":"forbidden","link":"https://ntfy.sh/docs/publish/#authentication"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: TOLD,
      code: ['40101'],
      sent: /./,
      explanation: 'ntfy knows no such token, or user and password.',
      seen: { sent, body: refusal },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      code: ['40301'],
      sent: /./,
      explanation: 'The access list does not let this user write to, or read from, the topic.',
      seen: {
        status: 403,
        sent,
        body: '{"code":40301,"http":403,"error":"forbidden","link":"https://ntfy.sh/docs/publish/#authentication"}',
      },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      code: ['42901', '42902', '42903', '42904', '42905', '42906', '42907', '42908', '42909', '42910'],
      explanation: 'A limit of this address or account is reached; 42909 counts failed log-ins.',
      seen: {
        status: 429,
        sent,
        body: '{"code":42909,"http":429,"error":"limit reached: too many auth failures","link":"https://ntfy.sh/docs/publish/#limitations"}',
      },
    },
  ],
});
