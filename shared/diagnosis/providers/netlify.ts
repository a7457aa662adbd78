import { STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const netlify = defineProvider({
  id: 'netlify',
  name: 'Netlify',
  category: 'cloud',
  address: 'https://api.netlify.com/api/v1/sites',
  hosts: /^api\.netlify\.com$|\.netlify\.app$/,
  fields: [['x-nf-request-id']],
  keys: [{ form: /^nfp_/, kind: 'personal access token', goes: ['authorization bearer'] }],
  sources: [
    'https://docs.netlify.com/api/get-started/',
    'https://docs.netlify.com/security/secure-access-to-sites/site-protection/',
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /Access Denied: (?:Origin|Bad|Invalid)|^message: Access Denied$|Unauthorized: could not retrieve/i,
      status: [401],
      sent: /^authorization authorization: bearer /i,
      explanation:
        'Netlify does not know the token: it was deleted, is over, or its team wants single sign-on of it.',
      seen: {
        sent: { Authorization: 'Bearer nfp_Zx81kQp07vTnE4sWc2RbYh6' },
        body: '{"code":401,"message":"Access Denied"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /^message: Access Denied$|Access Denied: Authorization header required/i,
      notSent: /./,
      explanation: 'No token was sent.',
      seen: { sent: {}, body: '{"code":401,"message":"Access Denied"}' },
    },
    {
      cause: 'blocked-by-intermediary',
      weight: TOLD,
      status: [401],
      says: /<title>Password|Password protected|This site is password protected/i,
      explanation: 'The site stands behind Netlify’s own password page: Site protection is switched on.',
      seen: {
        url: 'https://acme.netlify.app/api/items',
        sent: {},
        received: { 'X-NF-Request-ID': '01HF' },
        body: '<html><head><title>Password protected site</title></head><body>This site is password protected.</body></html>',
      },
    },
  ],
});
