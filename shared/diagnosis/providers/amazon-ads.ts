import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const sent = {
  Authorization: 'Bearer Atza|IwEBIJ9jN2mXq7kT4vB1sZpLcR8w',
  'Amazon-Advertising-API-ClientId': 'amzn1.application-oa2-client.0a1b2c3d4e5f60718293a4b5c6d7e8f9',
  'Amazon-Advertising-API-Scope': '3312345678901234',
};
const seen = (code: string, details: string, fields: Readonly<Record<string, string>> = sent) => ({
  sent: fields,
  body: JSON.stringify({ code, details, requestId: 'K144VZX9J0CCDG4229C5' }),
});

export const amazonAds = defineProvider({
  id: 'amazon-ads',
  name: 'Amazon Ads',
  category: 'commerce',
  address: 'https://advertising-api.amazon.com/v2/profiles',
  hosts: /^advertising-api(?:-eu|-fe|-test)?\.amazon\.com$/,
  testHosts: /-test\./,
  sends: ['amazon-advertising-api-clientid', 'amazon-advertising-api-scope'],
  sources: [
    'https://advertising.amazon.com/API/docs/en-us/reference/concepts/errors',
    'https://github.com/amzn/amazon-advertising-api-php-sdk/issues/10',
    'https://github.com/amzn/amazon-advertising-api-php-sdk/issues/11',
    'https://github.com/amzn/amazon-advertising-api-php-sdk/issues/9',
  ],
  doors: ['authorization bearer'],
  lives: { seconds: 3_600, ends: 'token-expired' },
  needs: [{ at: ['field amazon-advertising-api-clientid'] }],
  signs: [
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      says: /Scope header is missing/i,
      lacks: 'Amazon-Advertising-API-Scope',
      explanation: 'The profile’s number goes along in Amazon-Advertising-API-Scope.',
      seen: seen('401', 'Scope header is missing', {
        Authorization: sent.Authorization,
        'Amazon-Advertising-API-ClientId': sent['Amazon-Advertising-API-ClientId'],
      }),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN + STATED,
      says: /Not authorized to access scope|No matching advertiser found for scope/i,
      explanation:
        'The profile is not one of this user’s, or belongs to another region’s host: -eu, -fe or none.',
      seen: seen('UNAUTHORIZED', 'Not authorized to access scope 3312345678901234'),
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /^details: Authentication failed$/i,
      explanation:
        'Mostly the client id has not been let in to the advertising API yet: ask for it, then log in anew.',
      seen: seen('401', 'Authentication failed'),
    },
  ],
});
