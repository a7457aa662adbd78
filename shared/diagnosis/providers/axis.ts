import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const axis = defineProvider({
  id: 'axis',
  name: 'Axis cameras (VAPIX)',
  category: 'device',
  address: 'https://camera.example.com/axis-cgi/param.cgi',
  paths: /^\/axis-cgi\//,
  challenge: / AXIS_[0-9A-F]{6,12}$/i,
  body: /axis-cgi/,
  misleads: [
    {
      says: '401 for an account that works in the browser',
      means: 'The API wants Digest over http, or the account is a viewer only.',
    },
  ],
  sources: [
    'https://developer.axis.com/vapix/authentication',
    'https://developer.axis.com/vapix/network-video/system-settings',
  ],
  doors: ['authorization digest', 'authorization basic', 'authorization bearer'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      notSent: /./,
      status: [401],
      path: /axis-cgi|vapix/,
      explanation: 'The camera asks first: answer the challenge, by Digest over http and Basic over https.',
      seen: {
        sent: {},
        received: {
          'WWW-Authenticate': 'Digest realm="AXIS_ACCC8E012345", nonce="a", algorithm=MD5, qop="auth"',
        },
        body: '<title>401 Unauthorized</title>',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      status: [403],
      path: /axis-cgi|vapix/,
      explanation:
        'The account’s group is too low: param.cgi wants administrator, most of PTZ and events operator.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { 'WWW-Authenticate': 'Basic realm="AXIS_ACCC8E012345"' },
        body: '403 Forbidden',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /blocked|too many (?:failed )?(?:login )?attempts|Prevent(?:ing)? DoS/i,
      status: [401, 403],
      explanation: 'Brute-force protection blocks this address for some minutes.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { 'WWW-Authenticate': 'Basic realm="AXIS_ACCC8E012345"' },
        body: 'Too many failed login attempts',
      },
    },
  ],
});
