import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const maya = defineProvider({
  id: 'maya',
  name: 'Maya (PayMaya)',
  category: 'payment',
  address: 'https://pg.maya.ph/checkout/v1/checkouts',
  hosts: /(^|\.)(maya\.ph|paymaya\.com)$/,
  testHosts: /sandbox/,
  misleads: [
    {
      says: 'K005 Forbidden',
      means: 'Key of the wrong kind: payments begin with the public key and are read with the secret one.',
    },
  ],
  sources: ['https://developers.maya.ph/reference/authentication-and-api-key-error'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      code: ['K001'],
      notSent: /./,
      explanation: 'Maya saw no key: Basic with the key as user and an empty password.',
      seen: {
        sent: {},
        body: '{"code":"K001","message":"Missing authentication header. Kindly include a Base64 encoded key in the basic authentication header."}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['K002'],
      says: /Key has expired/i,
      explanation: 'The key’s time is over; make a new one in Maya Manager.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"code":"K002","message":"Key has expired. Please generate a new key."}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['K003'],
      says: /Invalid authentication credentials\. Kindly verify/i,
      explanation:
        'Maya does not know the key here: sandbox and production have their own, and a colon stands behind the key before Base64.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"code":"K003","message":"Invalid authentication credentials. Kindly verify if the key you are using is correct."}',
      },
    },
    {
      cause: 'url-wrong',
      weight: PROVEN,
      code: ['K004'],
      says: /Invalid endpoint\. Please check/i,
      explanation: 'The address does not exist for this key.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"code":"K004","message":"Invalid endpoint. Please check if you are accessing the correct endpoint/resource."}',
      },
    },
    {
      cause: 'token-type-wrong',
      weight: STATED,
      code: ['K005', 'K006', 'K007'],
      explanation: 'This call wants the other kind of key: public ones create, secret ones read and refund.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"code":"K005","message":"Invalid API key type"}',
      },
    },
  ],
});
