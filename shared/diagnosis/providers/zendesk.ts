import { STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const zendesk = defineProvider({
  id: 'zendesk',
  name: 'Zendesk',
  category: 'productivity',
  address: 'https://example.zendesk.com/api/v2/tickets.json',
  hosts: /(^|\.)zendesk\.com$/,

  misleads: [
    {
      says: "Couldn't authenticate you",
      means:
        'Said of a wrong token, of a missing /token behind the e-mail, and of token access that is switched off.',
    },
  ],
  sources: ['https://developer.zendesk.com/api-reference/introduction/security-and-auth/'],
  doors: ['authorization basic', 'authorization bearer'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Couldn['’]t authenticate you/i,
      notSent: /./,
      explanation:
        'Zendesk saw no credential: send Basic with the e-mail, /token behind it, and the API token as password.',
      seen: { sent: {}, body: '{"error":"Couldn\'t authenticate you"}' },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Couldn['’]t authenticate you/i,
      sent: /^authorization authorization: basic /i,
      explanation:
        'With an API token the user is the e-mail with /token behind it; without it Zendesk takes the token for a password. The token must be active and token access switched on.',
      seen: {
        sent: { Authorization: 'Basic a2ltQGV4YW1wbGUuY29tOnB3LTEyMw==' },
        body: '{"error":"Couldn\'t authenticate you"}',
      },
    },
    {
      cause: 'token-rejected',
      weight: TOLD,
      says: /The access token provided is expired, revoked, malformed/i,
      explanation: 'The OAuth token is over, withdrawn or of another subdomain.',
      seen: {
        sent: { Authorization: 'Bearer abc' },
        body: '{"error":"invalid_token","error_description":"The access token provided is expired, revoked, malformed or invalid for other reasons."}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /missing the following (?:required )?scopes?/i,
      explanation: 'The OAuth token lacks the scope named.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer abc' },
        body: '{"error":"Forbidden","description":"You are missing the following required scopes: tickets:read"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /You do not have access to this page|don['’]t have permission to/i,
      explanation: 'The user’s role does not reach this; most calls want an agent, some an administrator.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltQGV4YW1wbGUuY29tOnB3LTEyMw==' },
        body: '{"error":{"title":"Forbidden","message":"You do not have access to this page. Please contact the account owner of this help desk for further help."}}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /User (?:is|has been) suspended|AccountSuspended|account is (?:suspended|cancelled|no longer active)/i,
      explanation: 'The user or the whole account is suspended.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltQGV4YW1wbGUuY29tOnB3LTEyMw==' },
        body: '{"error":"AccountSuspended","description":"Account is suspended"}',
      },
    },
    {
      cause: 'scheme-mismatch',
      weight: TOLD,
      sent: /^authorization authorization: bearer [A-Za-z0-9]{40}$/i,
      says: /The access token provided is expired, revoked, malformed/i,
      explanation:
        'Zendesk takes Bearer for OAuth tokens only; an API token goes as Basic with the e-mail and /token.',
      seen: {
        sent: { Authorization: 'Bearer 0123456789abcdefghij0123456789abcdefghij' },
        body: '{"error":"invalid_token","error_description":"The access token provided is expired, revoked, malformed or invalid for other reasons."}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /IP (?:address )?(?:is )?not (?:whitelisted|allowed)|not in (?:the )?whitelist/i,
      explanation: 'The account takes requests from listed addresses only.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltQGV4YW1wbGUuY29tOnB3LTEyMw==' },
        body: '{"error":{"title":"Forbidden","message":"Your IP address is not in the whitelist"}}',
      },
    },
  ],
});
