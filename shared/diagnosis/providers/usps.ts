import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const old =
  'https://secure.shippingapis.com/ShippingAPI.dll?API=Verify&XML=%3CAddressValidateRequest%20USERID%3D%22482ACME1234%22%3E';

export const usps = defineProvider({
  id: 'usps',
  name: 'USPS',
  category: 'commerce',
  address: 'https://apis.usps.com/addresses/v3/address',
  hosts: /^(?:apis(?:-tem)?\.usps\.com|(?:secure|production|stg-production)\.shippingapis\.com)$/,
  few: 'Its newer interfaces name the reason in ordinary words.',
  sources: [
    'https://developers.usps.com/Oauth',
    'https://www.usps.com/business/web-tools-apis/general-api-developer-guide.htm',
  ],
  lives: { seconds: 28_800, ends: 'token-expired' },
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /80040B1A|Perhaps user ?name and\/or password is incorrect/i,
      explanation:
        'The Web Tools user id is not known, or is not cleared for this call at the production server.',
      seen: {
        status: 200,
        url: old,
        sent: {},
        received: { 'Content-Type': 'text/xml' },
        body: '<?xml version="1.0" encoding="UTF-8"?><Error><Number>80040B1A</Number><Description>Authorization failure.  Perhaps username and/or password is incorrect.</Description><Source>USPSCOM::DoAuth</Source></Error>',
      },
    },
    {
      cause: 'auth-method-retired',
      weight: STATED,
      says: /This (?:API|service) (?:has been|is) (?:retired|decommissioned)|Web ?Tools .*(?:retired|no longer)/i,
      explanation: 'Web Tools ended in January 2026: the interfaces at apis.usps.com take OAuth tokens.',
      seen: {
        status: 403,
        url: old,
        sent: {},
        body: '<?xml version="1.0"?><Error><Description>This API has been retired.</Description></Error>',
      },
    },
  ],
});
