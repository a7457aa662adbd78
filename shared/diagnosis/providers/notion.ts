import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const notion = defineProvider({
  id: 'notion',
  name: 'Notion',
  category: 'productivity',
  address: 'https://api.notion.com/v1/users/me',
  hosts: /(^|\.)notion\.(com|so)$/,
  keys: [
    { form: /^(secret|ntn)_/, kind: 'integration token', goes: ['authorization bearer'] },
    { form: /^v0\d(?::|%3A)user_token_or_cookies/i, kind: 'cookie of the web pages', spare: true },
  ],
  misleads: [
    {
      says: '404 object_not_found',
      means: 'Mostly that the page exists but was not shared with the integration.',
    },
  ],
  sources: ['https://developers.notion.com/reference/status-codes'],
  doors: ['authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /API token is invalid/i,
      sent: /./,
      explanation:
        'Notion does not know the token: copy the integration’s secret again; it goes into Authorization: Bearer.',
      seen: '{"object":"error","status":401,"code":"unauthorized","message":"API token is invalid."}',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /API token is invalid/i,
      notSent: /./,
      explanation: 'Notion saw no token.',
      seen: {
        sent: {},
        body: '{"object":"error","status":401,"code":"unauthorized","message":"API token is invalid."}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['restricted_resource'],
      says: /Insufficient permissions for this endpoint|API token does not have (?:access|permission)/i,
      explanation:
        'The integration lacks the capability, such as inserting content, reading comments or users’ e-mails; tick it in its settings.',
      seen: {
        status: 403,
        body: '{"object":"error","status":403,"code":"restricted_resource","message":"Insufficient permissions for this endpoint."}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      code: ['object_not_found'],
      says: /Could not find .{3,80} Make sure the relevant pages and databases are shared with your integration/i,
      explanation:
        'Nobody added the integration to this page: open the page’s menu, Connections, and pick it.',
      seen: {
        status: 404,
        body: '{"object":"error","status":404,"code":"object_not_found","message":"Could not find database with ID: 668d797c-76fa-4934-9b05-ad288df2d136. Make sure the relevant pages and databases are shared with your integration."}',
      },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      code: ['rate_limited'],
      explanation: 'Notion takes about three requests a second of each integration.',
      seen: {
        status: 429,
        body: '{"object":"error","status":429,"code":"rate_limited","message":"You have been rate limited. Please try again in a few minutes."}',
      },
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      code: ['missing_version'],
      explanation: 'Notion wants its version in a field: send Notion-Version: 2022-06-28 or a later one.',
      seen: {
        status: 400,
        body: '{"object":"error","status":400,"code":"missing_version","message":"Notion-Version header failed validation: Notion-Version header should be defined, instead was `undefined`."}',
      },
    },
  ],
});
