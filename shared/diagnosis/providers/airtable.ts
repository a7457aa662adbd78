import { HINTED, PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const airtable = defineProvider({
  id: 'airtable',
  name: 'Airtable',
  category: 'productivity',
  address: 'https://api.airtable.com/v0/meta/whoami',
  hosts: /(^|\.)airtable\.com$/,
  keys: [
    { form: /^pat\w{14}\./, kind: 'personal access token', goes: ['authorization bearer'] },
    { form: /^key\w{14}$/, kind: 'API key, retired' },
  ],
  misleads: [
    {
      says: 'INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND',
      means: 'The base or table may not exist, or be mistyped.',
    },
  ],
  sources: [
    'https://support.airtable.com/docs/api-common-troubleshooting',
    'https://support.airtable.com/articles/2111090641-airtable-api-common-troubleshooting',
  ],
  doors: ['authorization bearer', 'query api_key'],
  signs: [
    {
      cause: 'auth-method-retired',
      weight: TOLD + HINTED,
      sent: /^authorization authorization: bearer key\w{14}$/i,
      status: [401, 403],
      explanation: 'API keys ended in February 2024; make a personal access token.',
      seen: {
        sent: { Authorization: 'Bearer keyAbCdEfGhIjKlMn' },
        body: '{"error":{"type":"AUTHENTICATION_REQUIRED","message":"Authentication required"}}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['AUTHENTICATION_REQUIRED'],
      notSent: /./,
      explanation: 'Airtable saw no token; send it as Bearer.',
      seen: {
        sent: {},
        body: '{"error":{"type":"AUTHENTICATION_REQUIRED","message":"Authentication required"}}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + HINTED,
      code: ['AUTHENTICATION_REQUIRED', 'UNAUTHORIZED'],
      says: /Invalid authentication token/i,
      sent: /^authorization authorization: bearer (?!key)/i,
      explanation: 'Airtable does not know the token; the part after the point belongs to it.',
      seen: {
        sent: { Authorization: 'Bearer patAbCdEfGhIjKlMn.0123' },
        body: '{"error":{"type":"UNAUTHORIZED","message":"Invalid authentication token"}}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /(?:required|missing|insufficient).{0,30}scope/i,
      explanation: 'The token was made without this scope.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer patAbCdEfGhIjKlMn.0123' },
        body: '{"error":{"type":"INVALID_PERMISSIONS","message":"You are missing the required scope schema.bases:read"}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: TOLD,
      code: ['INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND', 'INVALID_PERMISSIONS', 'NOT_AUTHORIZED'],
      explanation: 'The token was not given this base, its owner lacks the role, or the id or name is wrong.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer patAbCdEfGhIjKlMn.0123' },
        body: '{"error":{"type":"INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND","message":"Invalid permissions, or the requested model was not found."}}',
      },
    },
  ],
});
