import { HINTED, PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const figma = defineProvider({
  id: 'figma',
  name: 'Figma',
  category: 'productivity',
  address: 'https://api.figma.com/v1/me',
  hosts: /(^|\.)figma\.com$/,
  keys: [
    { form: /^figd_/, kind: 'personal access token', goes: ['field x-figma-token'] },
    { form: /^figu_/, kind: 'OAuth token', lives: 7_776_000, goes: ['authorization bearer'] },
  ],
  misleads: [
    { says: '403 Invalid token', means: 'An unknown token is answered with 403.' },
    { says: '404', means: 'The file may exist and not be shared with the token’s user.' },
  ],
  sources: [
    'https://github.com/figma/rest-api-spec/blob/ddb1f16f639cb2b026d7d018dd0aa070b3415948/openapi/openapi.yaml',
  ],
  doors: ['field x-figma-token', 'authorization bearer'],
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN + HINTED,
      sent: /^authorization authorization: bearer figd_/i,
      status: [401, 403],
      explanation: 'A personal access token goes into X-Figma-Token; Bearer is for OAuth tokens.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer figd_0123456789' },
        body: '{"status":403,"err":"Invalid token"}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Token expired/i,
      explanation: 'The token is over after at most ninety days; make a new one.',
      seen: {
        status: 403,
        sent: { 'X-Figma-Token': 'figd_0123456789' },
        body: '{"status":403,"err":"Token expired"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /^err: Invalid token$/i,
      sent: /^field x-figma-token: (?!figu_)/,
      explanation: 'Figma does not know the token.',
      seen: {
        status: 403,
        sent: { 'X-Figma-Token': 'figd_0123456789' },
        body: '{"status":403,"err":"Invalid token"}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /Invalid scope|requires the .* scope/i,
      explanation: 'The token was made without the scope that the answer names.',
      seen: {
        status: 403,
        sent: { 'X-Figma-Token': 'figd_0123456789' },
        body: '{"error":true,"status":403,"message":"Invalid scope(s): current_user:read. This endpoint requires the file_content:read scope"}',
      },
    },
  ],
});
