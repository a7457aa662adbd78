import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const hubspot = defineProvider({
  id: 'hubspot',
  name: 'HubSpot',
  category: 'productivity',
  address: 'https://api.hubapi.com/crm/v3/objects/contacts',
  hosts: /(^|\.)hubapi\.com$/,
  keys: [{ form: /^pat-(na1|eu1)-/, kind: 'private app token', goes: ['authorization bearer'] }],
  sources: ['https://developers.hubspot.com/docs/api/error-handling'],
  signs: [
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['4711', 'MISSING_SCOPES'],
      says: /Invalid access token, does not contain scopes/i,
      explanation: 'The app lacks the scopes named.',
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: STATED,
      sent: /^query hapikey: pat-/,
      explanation:
        'A private app’s token goes into Authorization: Bearer; the query’s hapikey ended in November 2022.',
    },
    {
      cause: 'auth-method-retired',
      weight: TOLD,
      sent: /^query hapikey:/,
      status: [401, 403],
      explanation: 'HubSpot’s API keys ended in November 2022.',
    },
  ],
});
