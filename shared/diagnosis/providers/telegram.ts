import { STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const telegram = defineProvider({
  id: 'telegram',
  name: 'Telegram bots',
  category: 'messaging',
  address: 'https://api.telegram.org/bot123456789:AAF0abcdefghijklmnopqrstuvwxyz12345/getMe',
  hosts: /(^|\.)telegram\.org$/,
  keys: [{ form: /^\d{8,10}:[\w-]{35}$/, kind: 'bot token', goes: ['path'] }],
  misleads: [
    { says: '404 Not Found', means: 'The token in the path is cut or the word bot is missing before it.' },
  ],
  sources: ['https://core.telegram.org/bots/api'],
  doors: ['path'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /^description: Unauthorized$/i,
      status: [401],
      explanation: 'Telegram does not know the token in the path; it ends when it is revoked at BotFather.',
      seen: { sent: {}, body: '{"ok":false,"error_code":401,"description":"Unauthorized"}' },
    },
    {
      cause: 'url-wrong',
      weight: TOLD,
      says: /^description: Not Found$/i,
      status: [404],
      explanation:
        'The path is /bot, the whole token with its colon, and the method; a token that is cut gives 404.',
      seen: { status: 404, sent: {}, body: '{"ok":false,"error_code":404,"description":"Not Found"}' },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /Forbidden: bot (?:was (?:blocked|kicked)|can't|is not)|not enough rights/i,
      explanation: 'The token is good; the user or group does not let the bot do this.',
      seen: {
        status: 403,
        sent: {},
        body: '{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /Too Many Requests: retry after/i,
      explanation: 'Wait as long as the answer says.',
      seen: {
        status: 429,
        sent: {},
        body: '{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 35"}',
      },
    },
  ],
});
