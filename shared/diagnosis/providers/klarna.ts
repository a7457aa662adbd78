import { SUGGESTED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const klarna = defineProvider({
  id: 'klarna',
  name: 'Klarna',
  category: 'payment',
  address: 'https://api.klarna.com/payments/v1/sessions',
  hosts: /(^|\.)klarna\.com$/,
  testHosts: /playground/,
  keys: [
    { form: /^klarna_live_/, kind: 'API key', environment: 'live', goes: ['authorization basic'] },
    { form: /^klarna_test_/, kind: 'API key', environment: 'test', goes: ['authorization basic'] },
    { form: /^K\d{5,}_[0-9a-f]{12}(?::|$)/, kind: 'user name', environment: 'live' },
    { form: /^P[KNQ]\d{5,}_[0-9a-f]{12}(?::|$)/, kind: 'user name', environment: 'test' },
  ],
  sources: [
    'https://docs.klarna.com/api/authentication',
    'https://docs.klarna.com/acquirer/klarna/get-started/integration-resilience/api-urls',
  ],
  few: 'Klarna answers a credential that it does not know with 401 and says nothing else.',
  doors: ['authorization basic', 'authorization bearer'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: SUGGESTED,
      status: [401],
      sent: /^authorization authorization: basic /i,
      explanation:
        'Klarna does not know the credential here: each belongs to one region (api, api-na, api-oc) and to either live or playground, and is switched off when it has not been used for two months.',
      seen: { sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' } },
    },
    {
      cause: 'scheme-mismatch',
      weight: TOLD,
      status: [401],
      sent: /^authorization authorization: bearer klarna_/i,
      explanation: 'Klarna’s API key follows the word Basic as it stands, not Bearer.',
      seen: { sent: { Authorization: 'Bearer klarna_live_api_elZGI1B5dHBIRWltRjF5' } },
    },
  ],
});
