import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const zulip = defineProvider({
  id: 'zulip',
  name: 'Zulip',
  category: 'messaging',
  address: 'https://example.zulipchat.com/api/v1/users/me',
  hosts: /\.zulipchat\.com$/,
  challenge: /^basic zulip$/,
  sources: ['https://zulip.com/api/rest-error-handling'],
  doors: ['authorization basic'],
  signs: [
    {
      cause: 'url-wrong',
      weight: PROVEN,
      says: /Account is not associated with this subdomain/i,
      explanation: 'The bot or user belongs to another organisation; each has an address of its own.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"result":"error","msg":"Account is not associated with this subdomain","code":"BAD_REQUEST"}',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: ['USER_DEACTIVATED', 'REALM_DEACTIVATED'],
      explanation: 'The account or its organisation is deactivated.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"result":"error","msg":"Account is deactivated","code":"USER_DEACTIVATED"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['INVALID_API_KEY'],
      says: /Invalid API key|Malformed API key/i,
      explanation: 'Address and API key do not belong together.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"result":"error","msg":"Invalid API key","code":"INVALID_API_KEY"}',
      },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      code: ['RATE_LIMIT_HIT'],
      explanation: 'More calls than the organisation allows; retry-after says when.',
      seen: {
        status: 429,
        body: '{"result":"error","msg":"API usage exceeded rate limit","code":"RATE_LIMIT_HIT","retry-after":28.7}',
      },
    },
  ],
});
