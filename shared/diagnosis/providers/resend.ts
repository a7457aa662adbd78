import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const resend = defineProvider({
  id: 'resend',
  name: 'Resend',
  category: 'messaging',
  address: 'https://api.resend.com/emails',
  hosts: /^api\.resend\.com$/,
  keys: [{ form: /^re_/, kind: 'API key', goes: ['authorization bearer'] }],
  misleads: [
    { says: '403 invalid_api_key', means: 'A wrong key; Resend answers it with 403.' },
    { says: '401 restricted_api_key', means: 'The key is good, but may only send.' },
  ],
  sources: [
    'https://resend.com/docs/api-reference/errors.md',
    'https://resend.com/docs/knowledge-base/403-error-domain-mismatch',
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /Missing API key in the authorization header|^name: missing_api_key$/i,
      notSent: /./,
      explanation: 'Resend saw no key; it goes into Authorization: Bearer.',
      seen: {
        sent: {},
        body: '{"statusCode":401,"name":"missing_api_key","message":"Missing API key in the authorization header"}',
      },
    },
    {
      cause: 'header-malformed',
      weight: STATED,
      says: /Missing API key in the authorization header|^name: missing_api_key$/i,
      sent: /^authorization (?!authorization: bearer re_)/i,
      explanation: 'The word Bearer stands before the key.',
      seen: {
        sent: { Authorization: 're_abc' },
        body: '{"statusCode":401,"name":"missing_api_key","message":"Missing API key in the authorization header"}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /API key is restricted to only send emails|^name: restricted_api_key$/i,
      explanation: 'The key has sending access only; this call needs one with full access.',
      seen: {
        sent: { Authorization: 'Bearer re_abc' },
        body: '{"statusCode":401,"name":"restricted_api_key","message":"This API key is restricted to only send emails"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /API key is invalid|^name: invalid_api_key$/i,
      explanation: 'Resend does not know the key: make a new one in the dashboard.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer re_abc' },
        body: '{"statusCode":403,"name":"invalid_api_key","message":"API key is invalid"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /domain is not verified|You can only send testing emails to your own email address|not authorized to send emails from/i,
      explanation:
        'The sender’s domain is not the verified one: from must use exactly that domain, subdomain included; without one, mail goes to your own address only.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer re_abc' },
        body: '{"statusCode":403,"name":"validation_error","message":"The example.com domain is not verified. Please, add and verify your domain on https://resend.com/domains"}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /^name: (?:rate_limit_exceeded|daily_quota_exceeded|monthly_quota_exceeded)$/i,
      explanation: 'Resend’s limit or the plan’s quota is used up.',
      seen: {
        status: 429,
        sent: { Authorization: 'Bearer re_abc' },
        body: '{"statusCode":429,"name":"rate_limit_exceeded","message":"Too many requests. You can only make 2 requests per second."}',
      },
    },
  ],
});
