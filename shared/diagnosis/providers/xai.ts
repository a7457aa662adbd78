import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const xai = defineProvider({
  id: 'xai',
  name: 'xAI',
  category: 'ai',
  address: 'https://api.x.ai/v1/models',
  hosts: /(^|\.)x\.ai$/,

  sources: ['https://docs.x.ai/docs/api-reference'],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /Incorrect API key provided/i,
      explanation: 'xAI does not know the key; it says so with 400.',
      seen: {
        status: 400,
        sent: { Authorization: 'Bearer xai-abc' },
        body: '{"code":"Client specified an invalid argument","error":"Incorrect API key provided: xa***bc. You can obtain an API key from https://console.x.ai."}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /doesn['’]t have any (?:credits|licenses)|has either run out of available resources|used all available credits/i,
      explanation: 'The team has no credit.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer xai-abc' },
        body: '{"code":"The caller does not have permission to execute the specified operation","error":"Your newly created team doesn\'t have any credits yet. You can purchase credits on https://console.x.ai."}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /API key .*(?:not authorized|not allowed|lacks|is blocked)/i,
      explanation: 'The key’s access list does not cover this model or endpoint.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer xai-abc' },
        body: '{"code":"The caller does not have permission to execute the specified operation","error":"The API key is not authorized for this endpoint."}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['invalid_api_key', 'authentication_error'],
      explanation: 'xAI does not know the key: make one in its console.',
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['rate_limit_error', 'rate_limit_exceeded'],
      explanation: 'The service counts requests and tokens.',
    },
  ],
});
