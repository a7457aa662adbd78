import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const call = {
  url: 'https://accounts.eu1.gigya.com/accounts.getJWT',
  status: 200,
  sent: {},
  received: { 'Content-Type': 'application/json; charset=utf-8' },
  posted: 'ApiKey=3_Zx81kQp07vTnE4sWc2RbYh6&login_token=st2.s.Zx81kQp07v&fields=data.personId',
};
const login = {
  ...call,
  url: 'https://accounts.eu1.gigya.com/accounts.login',
  posted: 'ApiKey=3_Zx81kQp07vTnE4sWc2RbYh6&loginID=anna%40example.com&password=keycard',
};
const seen = (errorCode: number, errorMessage: string) =>
  JSON.stringify({
    callId: '8f0c',
    errorCode,
    errorDetails: errorMessage,
    errorMessage,
    apiVersion: 2,
    statusCode: Math.floor(errorCode / 1000),
    statusReason: 'Forbidden',
  });

export const gigya = defineProvider({
  id: 'gigya',
  name: 'SAP Customer Data Cloud (Gigya)',
  category: 'identity',
  address: call.url,
  hosts: /\.gigya(?:-api)?\.(?:com|cn)$/,
  body: /"callId"\s*:\s*"[^"]*"[\s\S]{0,40}"errorCode"\s*:\s*4\d{5}/,
  misleads: [
    {
      says: '200',
      means:
        'The interface answers 200; errorCode is the answer, its first three digits the status that is meant.',
    },
  ],
  sources: [
    'https://help.sap.com/docs/SAP_CUSTOMER_DATA_CLOUD/8b8d6fffe113457094a17701f63e3d6a/416d41b170b21014bbc5a10ce4041860.html',
  ],
  signs: [
    {
      cause: 'session-expired',
      weight: PROVEN + STATED,
      says: /^errorcode: (?:403005|403012|403110)$/,
      explanation: 'The session behind the login token is over: log in anew with password.',
      seen: { ...call, body: seen(403005, 'Unauthorized user') },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + STATED,
      says: /^errorcode: (?:403042|403047)$/,
      explanation: 'The site does not know this user with this password.',
      seen: { ...login, body: seen(403042, 'Invalid LoginID') },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN + STATED,
      says: /^errorcode: (?:403041|206001|206002|403100|403120)$/,
      explanation:
        'The account is switched off or locked, or its registration or confirmation is not complete.',
      seen: { ...login, body: seen(403041, 'Account Disabled') },
    },
    {
      cause: 'mfa-required',
      weight: PROVEN + STATED,
      says: /^errorcode: (?:403101|403102)$/,
      explanation: 'The site wants a second factor: go on with the tfa calls and the regToken of the answer.',
      seen: { ...login, body: seen(403101, 'Account Pending TFA Verification') },
    },
    {
      cause: 'url-wrong',
      weight: PROVEN,
      says: /^errorcode: (?:301001|400093)$/,
      explanation: 'The site’s ApiKey is of another data centre than the host, or not known at all.',
      seen: { ...call, status: 400, body: seen(400093, 'Invalid ApiKey parameter') },
    },
    {
      cause: 'signature-mismatch',
      weight: PROVEN + STATED,
      says: /^errorcode: 403003$/,
      explanation: 'The request’s signature does not fit the secret.',
      seen: { ...call, body: seen(403003, 'Invalid request signature') },
    },
  ],
});
