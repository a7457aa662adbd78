import { PROVEN, STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const ibmCloud = defineProvider({
  id: 'ibm-cloud',
  name: 'IBM Cloud',
  category: 'cloud',
  address: 'https://iam.cloud.ibm.com/identity/token',
  hosts: /(^|\.)cloud\.ibm\.com$|(^|\.)bluemix\.net$/,
  body: /"errorCode"\s*:\s*"BXN[A-Z]{2}\d{4}E"/,
  sources: [
    'https://cloud.ibm.com/apidocs/iam-identity-token-api',
    'https://cloud.ibm.com/docs/account?topic=account-iamtoken_from_apikey',
    'https://github.com/IBM/python-sdk-core/blob/main/test/test_mcspv2_token_manager.py',
  ],
  doors: ['authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['BXNIM0415E'],
      explanation:
        'IAM has no such API key: it was deleted, belongs to another environment, or is the key of a service (an older “service credential”) and none of IAM.',
      seen: {
        status: 400,
        url: 'https://iam.cloud.ibm.com/identity/token',
        posted:
          'grant_type=urn%3Aibm%3Aparams%3Aoauth%3Agrant-type%3Aapikey&apikey=q7Rk2mXz0bT4wYc1q7Rk2mXz0bT4',
        body: '{"errorCode":"BXNIM0415E","errorMessage":"Provided API key could not be found.","context":{"requestId":"cGI3bGc","url":"https://iam.cloud.ibm.com"}}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['BXNIM0428E', 'BXNIM0439E'],
      says: /API key (?:is )?(?:locked|disabled)/i,
      explanation: 'The API key is locked or switched off; its owner or an administrator unlocks it.',
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['authentication_token_expired', 'BXNIM0408E'],
      says: /due to an expired token/i,
      explanation: 'An IAM token lives an hour; get the next one with the API key.',
      seen: '{"errors":[{"code":"authentication_token_expired","message":"Failed to authenticate the request due to an expired token"}],"trace":"t1","status_code":401}',
    },
    {
      cause: 'token-type-wrong',
      weight: SUGGESTED,
      code: ['authentication_token_not_valid'],
      sent: /^authorization authorization: bearer (?!eyJ)/i,
      explanation: 'The services take an IAM token, a JWT, and not the API key that gets one.',
      seen: {
        sent: { Authorization: 'Bearer q7Rk2mXz0bT4wYc1q7Rk2mXz0bT4' },
        body: '{"errors":[{"code":"authentication_token_not_valid","message":"Failed to authenticate the request due to an invalid token"}],"trace":"t1","status_code":401}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['not_authorized', 'BXNIM0513E'],
      explanation: 'The identity lacks an access policy for this service or resource group.',
      seen: {
        status: 403,
        body: '{"errors":[{"code":"not_authorized","message":"The request is not authorized."}],"trace":"t1"}',
      },
    },
  ],
});
