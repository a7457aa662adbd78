import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const key = { Authorization: 'Basic YWJjZEVGR0gxMjM0aWprbE1OT1A6WA==' };

export const freshworks = defineProvider({
  id: 'freshworks',
  name: 'Freshdesk and Freshservice',
  category: 'productivity',
  address: 'https://example.freshdesk.com/api/v2/tickets',
  hosts: /\.(?:freshdesk|freshservice|freshworks|myfreshworks)\.com$/,
  fields: [['x-freshdesk-api-version'], ['x-freshservice-api-version'], ['x-fw-ratelimiting-managed']],
  misleads: [
    {
      says: 'You have to be logged in to perform this action',
      means: 'The same to no key, a wrong key, and a key of an agent who was deactivated.',
    },
  ],
  sources: ['https://developers.freshdesk.com/api/#error', 'https://api.freshservice.com/#authentication'],
  doors: ['authorization basic', 'authorization token'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['invalid_credentials'],
      notSent: /./,
      explanation: 'Nothing was sent: the API key goes as Basic user, any letter as password.',
      seen: {
        sent: {},
        body: '{"code":"invalid_credentials","message":"You have to be logged in to perform this action."}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['invalid_credentials'],
      sent: /^authorization authorization: basic /i,
      explanation:
        'This help desk does not know the key: it was reset, is of another domain, or its agent was deactivated.',
      seen: {
        sent: key,
        body: '{"code":"invalid_credentials","message":"You have to be logged in to perform this action."}',
      },
    },
    {
      cause: 'scheme-mismatch',
      weight: STATED,
      code: ['invalid_credentials'],
      sent: /^authorization authorization: (?!basic )/i,
      explanation: 'The API key goes as the user of Basic, with any letter as password; not as Bearer.',
      seen: '{"code":"invalid_credentials","message":"You have to be logged in to perform this action."}',
    },
    {
      cause: 'auth-method-retired',
      weight: PROVEN,
      code: ['password_auth_disabled'],
      says: /Username\/password authentication is not supported|Basic authentication (?:using|with) (?:username|email)/i,
      explanation:
        'E-mail and password are no longer taken: send the API key of the profile page as Basic user.',
      seen: {
        sent: key,
        body: '{"code":"password_auth_disabled","message":"Username/password authentication is not supported. Use API key"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['access_denied', 'require_feature', 'ownership_transfer_needed'],
      says: /is\/are not supported in your plan/i,
      explanation: 'The agent’s role or the plan does not cover this call.',
      seen: {
        status: 403,
        sent: key,
        body: '{"code":"access_denied","message":"You are not authorized to perform this action."}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['inconsistent_state', 'account_suspended', 'agent_deactivated'],
      says: /Your account has been suspended/i,
      explanation: 'The help desk’s trial or subscription ended, or the account was suspended.',
      seen: {
        status: 403,
        sent: key,
        body: '{"code":"account_suspended","message":"Your account has been suspended."}',
      },
    },
  ],
});
