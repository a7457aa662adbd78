import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const token = { Authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' };
const both = { ...token, 'x-api-key': '8f0c1b2a9d8e4f6aa5b4c3d2e1f0a9b8' };
const seen = (
  status: number,
  error_code: string,
  message: string,
  sent: Readonly<Record<string, string>> = both,
) => ({
  status,
  sent,
  body: JSON.stringify({ error_code, message }),
});

export const adobe = defineProvider({
  id: 'adobe',
  name: 'Adobe',
  category: 'cloud',
  address: 'https://platform.adobe.io/data/foundation/catalog/dataSets',
  hosts: /(^|\.)adobe\.io$|^ims-na1\.adobelogin\.com$/,
  body: /"error_code"\s*:\s*"(?:40[13]\d{3})"/,
  sources: [
    'https://developer.adobe.com/developer-console/docs/guides/authentication/ServerToServerAuthentication/troubleshooting/',
    'https://experienceleague.adobe.com/en/docs/experience-platform/landing/troubleshooting',
  ],
  needs: [{ at: ['field x-api-key'] }],
  signs: [
    {
      cause: 'required-header-missing',
      weight: PROVEN + PROVEN,
      code: ['403000', '403010'],
      explanation:
        'Beside the token Adobe wants the client id in x-api-key, and most interfaces the organisation in x-gw-ims-org-id.',
      seen: seen(403, '403000', 'Api Key is required', token),
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + PROVEN,
      code: ['403003', '403002', '403020', '403004'],
      explanation:
        'The key in x-api-key is no client id of a project with this interface, or not that of the token.',
      seen: seen(403, '403003', 'Api Key is invalid'),
    },
    {
      cause: 'token-rejected',
      weight: PROVEN,
      code: ['401013', '401011', '401012', '401019'],
      explanation: 'The token is over after a day, or of the other environment of the login service.',
      seen: seen(401, '401013', 'Oauth token is not valid'),
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      code: ['401010'],
      notSent: /^authorization /,
      explanation: 'No token was sent.',
      seen: seen(401, '401010', 'Oauth token is missing', {}),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      code: ['403201', '403025'],
      explanation: 'The product profile that belongs to the credential does not hold this right.',
      seen: seen(403, '403201', 'The user is not entitled to access the service'),
    },
  ],
});
