import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const zoom = defineProvider({
  id: 'zoom',
  name: 'Zoom',
  category: 'messaging',
  address: 'https://api.zoom.us/v2/users/me',
  hosts: /(^|\.)zoom\.us$/,

  sources: ['https://developers.zoom.us/docs/api/errors/'],
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['124'],
      says: /Access token is expired/i,
      explanation: 'Zoom’s access token lasts an hour.',
    },
    {
      cause: 'auth-method-retired',
      weight: STATED,
      says: /Account does not enabled REST API|JWT app/i,
      sent: /^authorization authorization: bearer eyJ/i,
      explanation:
        'Zoom switched its JWT apps off in September 2023; a Server-to-Server OAuth app takes their place.',
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['4711', 'MISSING_SCOPES'],
      says: /Invalid access token, does not contain scopes/i,
      explanation: 'The app lacks the scopes named.',
    },
  ],
});
