import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const posthog = defineProvider({
  id: 'posthog',
  name: 'PostHog',
  category: 'data',
  address: 'https://us.posthog.com/api/projects/',
  hosts: /(^|\.)posthog\.com$/,
  keys: [
    { form: /^phx_/, kind: 'personal API key' },
    { form: /^phc_/, kind: 'project API key' },
  ],
  misleads: [
    {
      says: 'Personal API key is invalid',
      means: 'Also said of a good key whose account lives in the other region.',
    },
  ],
  sources: ['https://posthog.com/docs/api', 'https://posthog.com/docs/api/overview'],
  signs: [
    {
      cause: 'token-type-wrong',
      weight: STATED,
      says: /invalid|not valid|credentials/i,
      sent: /: ?(?:bearer )?phc_/i,
      explanation:
        'A project’s key (phc_) takes in events; the interface for data wants a personal key (phx_).',
      seen: {
        sent: { Authorization: 'Bearer phc_Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
        body: '{"type":"authentication_error","code":"authentication_failed","detail":"Personal API key is invalid.","attr":null}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Personal API key .*invalid|Invalid (?:personal )?API key/i,
      sent: /phx_/i,
      explanation:
        'The key is not known at this host: it was deleted, or the account lives in the other region (us.posthog.com or eu.posthog.com).',
      seen: {
        sent: { Authorization: 'Bearer phx_Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
        body: '{"type":"authentication_error","code":"authentication_failed","detail":"Personal API key is invalid.","attr":null}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /API key missing required scope/i,
      explanation: 'The personal key was made without this scope; edit it in the account’s settings.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer phx_Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
        body: '{"type":"authentication_error","code":"permission_denied","detail":"API key missing required scope \'dashboard:read\'","attr":null}',
      },
    },
  ],
});
