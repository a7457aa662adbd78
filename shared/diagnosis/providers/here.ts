import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const here = defineProvider({
  id: 'here',
  name: 'HERE',
  category: 'data',
  address: 'https://geocode.search.hereapi.com/v1/geocode',
  hosts: /(^|\.)(here|hereapi)\.com$/,
  sources: ['https://www.here.com/docs/'],
  doors: ['query apikey', 'query app_code', 'authorization bearer'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /No credentials found/i,
      notSent: /./,
      explanation: 'HERE reads the key from apiKey in the query, or a token from Authorization.',
      seen: { sent: {}, body: '{"error":"Unauthorized","error_description":"No credentials found"}' },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /apiKey invalid|Invalid app_id app_code combination/i,
      explanation: 'HERE does not know the key; keys of the old app_id kind belong to other hosts.',
      seen: {
        url: 'https://geocode.search.hereapi.com/v1/geocode?q=x&apiKey=Zx81kQp07vTnE4sWc2Rb',
        sent: {},
        body: '{"error":"Unauthorized","error_description":"apiKey invalid. apiKey not found."}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Token Validation Failure.*expired|The token expired/i,
      explanation: 'HERE’s tokens last a day.',
      seen: '{"error":"Unauthorized","error_description":"Token Validation Failure - The token expired"}',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /These credentials do not authorize access/i,
      explanation: 'The project or plan of the key does not include this service.',
      seen: {
        status: 403,
        body: '{"error":"Forbidden","error_description":"These credentials do not authorize access"}',
      },
    },
  ],
});
