import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const anthropic = defineProvider({
  id: 'anthropic',
  name: 'Anthropic',
  category: 'ai',
  address: 'https://api.anthropic.com/v1/messages',
  hosts: /(^|\.)anthropic\.com$/,
  keys: [
    { form: /^sk-ant-api/, kind: 'API key', goes: ['field x-api-key'] },
    { form: /^sk-ant-admin/, kind: 'admin key', goes: ['field x-api-key'] },
    { form: /^sk-ant-oat/, kind: 'token of Claude Code', goes: ['authorization bearer'] },
  ],
  misleads: [
    {
      says: '403 Request not allowed',
      means: 'The country or network the request comes from is not served.',
    },
  ],
  sources: [
    'https://docs.anthropic.com/en/api/errors',
    'https://www.developersdigest.tech/errors/api/anthropic-api/401-authentication-error',
    'https://portkey.ai/error-library/permission-error-10490',
  ],
  doors: ['field x-api-key', 'authorization bearer'],
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /OAuth token has expired/i,
      explanation: 'The token’s time is over; log in again or renew it.',
      seen: {
        sent: { Authorization: 'Bearer sk-ant-oat01-abc' },
        body: '{"type":"error","error":{"type":"authentication_error","message":"OAuth token has expired. Please obtain a new token or refresh your existing token."}}',
      },
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      says: /OAuth (?:access )?token has been revoked/i,
      explanation: 'The login was ended elsewhere; log in again.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer sk-ant-oat01-abc' },
        body: '{"type":"error","error":{"type":"permission_error","message":"OAuth token revoked: OAuth token has been revoked. Please obtain a new token."}}',
      },
    },
    {
      cause: 'token-type-wrong',
      weight: STATED,
      sent: /sk-ant-api/,
      path: /\/v1\/organizations/,
      says: /invalid x-api-key|admin/i,
      status: [401, 403],
      explanation: 'The organisation’s endpoints take an admin key, sk-ant-admin.',
      seen: {
        url: 'https://api.anthropic.com/v1/organizations/users',
        sent: { 'x-api-key': 'sk-ant-api03-abc' },
        body: '{"type":"error","error":{"type":"permission_error","message":"This endpoint requires an admin API key."}}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /^[\w.]*message: Request not allowed$|IP address .*not (?:allowed|in the allowlist)/i,
      status: [403],
      explanation: 'The service does not answer this country, network or proxy, whatever the key.',
      seen: {
        status: 403,
        sent: { 'x-api-key': 'sk-ant-api03-abc' },
        body: '{"error":{"type":"forbidden","message":"Request not allowed"}}',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: ['billing_error'],
      says: /credit balance is too low|This organization has been disabled|account (?:has been|is) (?:disabled|suspended)/i,
      explanation: 'The organisation has no credit or was disabled.',
      seen: {
        status: 400,
        sent: { 'x-api-key': 'sk-ant-api03-abc' },
        body: '{"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits."}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: TOLD,
      code: ['permission_error'],
      explanation: 'The key’s workspace does not include this model or resource.',
      seen: { status: 403, sent: { 'x-api-key': 'sk-ant-api03-abc' } },
    },
    {
      cause: 'client-not-allowed',
      weight: PROVEN,
      says: /CORS requests (?:must set|are not allowed)|anthropic-dangerous-direct-browser-access/i,
      explanation:
        'A page in a browser may call only with that field set, and shows its key to every visitor; call from a server.',
      seen: {
        sent: { 'x-api-key': 'sk-ant-api03-abc' },
        body: '{"type":"error","error":{"type":"authentication_error","message":"CORS requests must set \'anthropic-dangerous-direct-browser-access\' header"}}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['invalid_api_key', 'authentication_error'],
      explanation:
        'The service does not know the key: it was mistyped, deleted or disabled; make a new one in the Console.',
      seen: {
        sent: { 'x-api-key': 'sk-ant-api03-abc' },
        body: '{"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['rate_limit_error', 'rate_limit_exceeded'],
      explanation: 'The service counts requests and tokens.',
      seen: {
        status: 429,
        sent: { 'x-api-key': 'sk-ant-api03-abc' },
        body: '{"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed the rate limit for your organization"}}',
      },
    },
    {
      cause: 'required-header-missing',
      weight: STATED,
      says: /anthropic-version/i,
      explanation: 'Anthropic’s API wants its version in a field: send anthropic-version: 2023-06-01.',
      seen: {
        status: 400,
        sent: { 'x-api-key': 'sk-ant-api03-abc' },
        body: '{"type":"error","error":{"type":"invalid_request_error","message":"anthropic-version: header is required"}}',
      },
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: STATED,
      says: /x-api-key header is required/i,
      sent: /^authorization /,
      explanation: 'Anthropic reads the key from x-api-key; Bearer is for OAuth tokens.',
      seen: {
        sent: { Authorization: 'Bearer sk-ant-api03-abc' },
        body: '{"type":"error","error":{"type":"authentication_error","message":"x-api-key header is required"}}',
      },
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN + STATED,
      says: /OAuth authentication is currently not supported/i,
      sent: /^authorization authorization: bearer sk-ant-oat/i,
      lacks: 'anthropic-beta',
      explanation:
        'A login’s token is read only beside the field anthropic-beta with an oauth- date, as Claude Code sends it.',
      seen: {
        sent: { Authorization: 'Bearer sk-ant-oat01-abc', 'anthropic-version': '2023-06-01' },
        body: '{"type":"error","error":{"type":"authentication_error","message":"OAuth authentication is currently not supported."}}',
      },
    },
    {
      cause: 'auth-method-retired',
      weight: STATED,
      says: /OAuth authentication is currently not supported|only authorized for use with/i,
      explanation:
        'The token is meant for the service’s own client; other programs use an API key from the Console.',
      seen: {
        sent: { Authorization: 'Bearer sk-ant-oat01-abc', 'anthropic-beta': 'oauth-2025-04-20' },
        body: '{"type":"error","error":{"type":"authentication_error","message":"OAuth authentication is currently not supported."}}',
      },
    },
  ],
});
