import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const refusal =
  '{"error":"You don\'t have the permission to access the requested resource. It is either read-protected or not readable by the server."}';

export const octoprint = defineProvider({
  id: 'octoprint',
  name: 'OctoPrint',
  category: 'device',
  address: 'http://octopi.local/api/version',
  hosts: /^(?:octopi|octoprint)[\w-]*\./,
  misleads: [
    { says: '403', means: 'OctoPrint says 403, not 401, where the key is missing or unknown, too.' },
  ],
  paths: /^\/api\/(?:printer(?:profiles|\/\w+)?|files\/(?:local|sdcard)|system\/commands)(?:\/|$)/,
  sources: ['https://docs.octoprint.org/en/main/api/general.html#authorization'],
  doors: ['field x-api-key', 'authorization bearer', 'query apikey'],
  few: 'It has one refusal for all that it does not let in.',
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      status: [403],
      notSent: /./,
      says: /permission to access the requested resource/,
      explanation: 'Send a key of the application or of the user in X-Api-Key.',
      seen: { status: 403, sent: {}, body: refusal },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + HINTED,
      status: [403],
      sent: /^(?:field x-api-key|authorization|query apikey)/i,
      says: /permission to access the requested resource/,
      explanation:
        'OctoPrint does not know the key, each printer has its own; or its user lacks the right for this call.',
      seen: {
        status: 403,
        sent: { 'X-Api-Key': '4F0C9B2D7E1A48569C3D0E8F7A6B5C41' },
        body: refusal,
      },
    },
  ],
});
