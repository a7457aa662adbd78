import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const call = {
  url: 'https://example.matomo.cloud/index.php?module=API&method=VisitsSummary.get&idSite=1&format=JSON&token_auth=8f0c1b2a9d8e7f6a5b4c3d2e1f0a9b8c',
  status: 200,
  sent: {},
  received: { 'Content-Type': 'application/json' },
};
const seen = (message: string) => JSON.stringify({ result: 'error', message });

export const matomo = defineProvider({
  id: 'matomo',
  name: 'Matomo',
  category: 'observability',
  address: call.url,
  hosts: /\.matomo\.cloud$/,
  fields: [['x-matomo-request-id']],
  body: /requires '\w+' access|Unable to authenticate with the provided token|requires a Super User access|You must be logged in to access this functionality/,
  misleads: [{ says: '200', means: 'Before version 4 errors came behind a 200; result is the answer.' }],
  sources: [
    'https://developer.matomo.org/api-reference/reporting-api#authenticate-to-the-api-via-token_auth-parameter',
    'https://matomo.org/faq/general/faq_114/',
  ],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /Unable to authenticate with the provided token/i,
      explanation:
        'The token is not known or over, or was made for POST only and stands in the address: send token_auth in the body.',
      seen: {
        ...call,
        body: seen(
          'Unable to authenticate with the provided token. It is either invalid, expired or is required to be sent as a POST parameter.',
        ),
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN + STATED,
      says: /requires (?:an? )?'?(?:view|write|admin|superuser|Super User)'? access|requires a Super User access/i,
      sent: /./,
      explanation: 'The token’s user has no such access to this site.',
      seen: {
        ...call,
        body: seen("You can't access this resource as it requires 'view' access for the website id = 1."),
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /requires '?view'? access|You must be logged in to access this functionality/i,
      notSent: /./,
      explanation: 'No token was sent, and anonymous visitors see nothing of this site.',
      seen: {
        ...call,
        url: 'https://example.matomo.cloud/index.php?module=API&method=VisitsSummary.get&idSite=1&format=JSON',
        body: seen("You can't access this resource as it requires 'view' access for the website id = 1."),
      },
    },
  ],
});
