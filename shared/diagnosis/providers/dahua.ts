import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const dahua = defineProvider({
  id: 'dahua',
  name: 'Dahua and Amcrest cameras',
  category: 'device',
  address: 'https://192.168.1.108/cgi-bin/magicBox.cgi?action=getDeviceType',
  paths: /^\/cgi-bin\/(?:magicBox|configManager|snapshot|eventManager|recordFinder)\.cgi$/,
  challenge: /^(?:Digest|Basic) (?:Login to |DH_|Device_CGI)/i,
  body: /Component error: |"Invalid session in request data!"/,
  sources: [
    'https://github.com/tchellomello/python-amcrest/blob/4668996d7aad9bca228351ed41bf1125e2df3c7f/src/amcrest/exceptions.py',
  ],
  doors: ['authorization digest', 'authorization basic'],
  signs: [
    {
      cause: 'session-expired',
      weight: PROVEN,
      says: /Invalid session in request data/i,
      explanation: 'The session of the RPC interface is over; log in again and keep it alive.',
      seen: {
        status: 200,
        url: 'https://192.168.1.108/RPC2',
        sent: {},
        posted: '{"method":"magicBox.getSystemInfo","session":"abc"}',
        body: '{"error":{"code":287637505,"message":"Invalid session in request data!"},"id":2,"result":false,"session":"abc"}',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /(?:user|account) (?:is |has been )?lock(?:ed)?/i,
      explanation: 'The camera locks an account after wrong logins, for half an hour by default.',
      seen: {
        status: 200,
        url: 'https://192.168.1.108/RPC2_Login',
        sent: {},
        posted: '{"method":"global.login"}',
        body: '{"error":{"code":268632081,"message":"Component error: User locked!"},"id":2,"result":false}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /User or password not valid|password (?:is )?(?:not valid|incorrect)/i,
      explanation: 'The camera does not know user and password.',
      seen: { sent: { Authorization: 'Basic YW5uYTprZXljYXJk' }, body: 'User or password not valid' },
    },
    {
      cause: 'scheme-mismatch',
      weight: TOLD,
      sent: /^authorization authorization: basic /i,
      status: [401],
      explanation: 'Firmware since 2017 takes Digest only.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: {
          'WWW-Authenticate': 'Digest realm="Login to 3K04A2BPAJ", qop="auth", nonce="123", opaque="456"',
        },
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /No Authority|Authority:check failure/i,
      explanation: 'The user’s group does not hold this right.',
      seen: { status: 403, sent: { Authorization: 'Basic YW5uYTprZXljYXJk' }, body: 'Error: No Authority' },
    },
  ],
});
