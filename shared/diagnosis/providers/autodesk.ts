import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (errorCode: string, developerMessage: string, status = 401) => ({
  status,
  body: JSON.stringify({
    developerMessage,
    moreInfo: 'https://forge.autodesk.com/en/docs/oauth/v2/developers_guide/error_handling/',
    errorCode,
  }),
});
const token = {
  url: 'https://developer.api.autodesk.com/authentication/v2/token',
  sent: { Authorization: 'Basic T2xBTHk3UUFaTHN3VnRFWXF3ak9mTjNtTXFidDhETUE6ZEs5cA==' },
  posted: 'grant_type=client_credentials&scope=data%3Aread',
};

export const autodesk = defineProvider({
  id: 'autodesk',
  name: 'Autodesk Platform Services',
  category: 'data',
  address: 'https://developer.api.autodesk.com/oss/v2/buckets',
  hosts: /^(?:developer\.api|api\.userprofile)\.autodesk\.com$/,
  sources: [
    'https://aps.autodesk.com/en/docs/oauth/v2/developers_guide/error_handling/',
    'https://github.com/Autodesk-Forge/forge-tutorial-postman/issues/29',
    'https://github.com/Autodesk-Forge/forge-digital-twin/issues/34',
  ],
  doors: ['authorization bearer', 'authorization basic'],
  lives: { seconds: 3_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'client-authentication-failed',
      weight: PROVEN + STATED,
      code: ['AUTH-003'],
      says: /client_id \(application key\)\/client_secret are not valid/i,
      path: /\/token|authenticate/,
      explanation: 'Client id and secret do not fit; an app that was deleted or made anew has others.',
      seen: { ...token, ...seen('AUTH-003', 'The client_id (application key)/client_secret are not valid') },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      code: ['AUTH-001'],
      says: /client_id specified does not have access to the api product/i,
      explanation: 'Switch the API on in the settings of the app.',
      seen: seen('AUTH-001', 'The client_id specified does not have access to the api product', 403),
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['AUTH-010'],
      says: /Token does not have the privilege for this request/i,
      explanation:
        'The token was asked for without the scope of this call, or with two legs where three are wanted.',
      seen: seen('AUTH-010', 'Token does not have the privilege for this request.', 403),
    },
    {
      cause: 'token-rejected',
      weight: TOLD,
      code: ['AUTH-006'],
      says: /Token is not (?:provided in the request or is not )?valid/i,
      explanation: 'The token is over, after an hour, or is no token of this service.',
      seen: seen('AUTH-006', 'Token is not valid'),
    },
  ],
});
