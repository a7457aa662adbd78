import { HINTED, PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const magento = defineProvider({
  id: 'magento',
  name: 'Adobe Commerce (Magento)',
  category: 'commerce',
  address: 'https://shop.example.com/rest/V1/products',
  paths: /\/rest\/(?:\w+\/)?V1\//,
  body: /consumer isn't authorized to access|Consumer is not authorized to access|Magento_\w+::|%resources|%fieldName/,
  misleads: [
    {
      says: "The consumer isn't authorized to access %resources.",
      means:
        'Is said of a token that is over or unknown as well as of a missing permission: both make the caller a guest.',
    },
  ],
  sources: [
    'https://docs.datavirtuality.com/connectors/magento-2-x-authorization',
    'https://thedebonair.co.uk/post/getting-401-error-on-megento-2-1-10-using-access-token-with',
  ],
  doors: ['authorization bearer', 'authorization oauth'],
  lives: { seconds: 3_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-type-wrong',
      weight: PROVEN + HINTED,
      says: /^(?:parameters\.)?resources: self$/i,
      sent: /^authorization authorization: bearer /i,
      path: /\/V\d\/(?:customers\/me|carts\/mine)\b/,
      explanation:
        'What belongs to “me” or is “mine” is a customer’s: it wants the token of a customer, not of an administrator or integration.',
      seen: {
        url: 'https://shop.example.com/rest/V1/customers/me',
        sent: { Authorization: 'Bearer hlvqig3je87vfg9w3s3cjpqegewxc6e0' },
        body: '{"message":"The consumer isn\'t authorized to access %resources.","parameters":{"resources":"self"}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: TOLD,
      says: /consumer is(?:n't| not) authorized to access/i,
      sent: /^authorization authorization: bearer /i,
      explanation:
        'Magento took the caller for one without this permission: the integration lacks the resource, the token’s four hours are over, or integration tokens are not allowed as Bearer (off since 2.4.4).',
      seen: '{"message":"The consumer isn\'t authorized to access %resources.","parameters":{"resources":"Magento_Catalog::products"}}',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /consumer is(?:n't| not) authorized to access/i,
      notSent: /./,
      explanation: 'The caller was a guest; send a token of an integration or administrator.',
      seen: {
        sent: {},
        body: '{"message":"The consumer isn\'t authorized to access %resources.","parameters":{"resources":"Magento_Catalog::products"}}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + HINTED,
      says: /account sign-in was incorrect|Invalid login or password/i,
      explanation:
        'User and password do not fit, or the account is locked for some minutes after wrong attempts.',
      seen: {
        posted: '{"username":"kim","password":"x"}',
        sent: {},
        body: '{"message":"The account sign-in was incorrect or your account is disabled temporarily. Please wait and try again later.%fieldName"}',
      },
    },
    {
      cause: 'mfa-required',
      weight: PROVEN,
      says: /configure Two-Factor Auth|2FA provider-specific endpoints|Invalid two-factor/i,
      explanation:
        'Administrators get a token only with a one-time code, from the endpoint of their second factor.',
      seen: {
        posted: '{"username":"kim","password":"x"}',
        sent: {},
        body: '{"message":"Please use the 2fa provider-specific endpoints to obtain a token.","parameters":{"active_providers":["google"]},"trace":"Magento_TwoFactorAuth::"}',
      },
    },
  ],
});
