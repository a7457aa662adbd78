import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const signed = {
  client_id: 'k3vx8rm2ztq6bwy1nhd4',
  access_token: '8f0c1b2a9d8e7f6a5b4c3d2e1f0a9b8c',
  sign: '9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08',
  t: '1700049600000',
  sign_method: 'HMAC-SHA256',
};
const seen = (code: number, msg: string) => ({
  status: 200,
  sent: signed,
  received: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ code, msg, success: false, t: 1700049600000, tid: '8f0c' }),
});

export const tuya = defineProvider({
  id: 'tuya',
  name: 'Tuya',
  category: 'device',
  address: 'https://openapi.tuyaeu.com/v1.0/devices/vdevo1/status',
  hosts: /^openapi(?:-ueaz|-weaz|-sg)?\.(?:tuya(?:us|eu|cn|in)|iotbing)\.com$/,
  misleads: [{ says: '200', means: 'Every answer is a 200; success and code are the answer.' }],
  sources: [
    'https://developer.tuya.com/en/docs/iot/error-code?id=K989ruxx88swc',
    'https://developer.tuya.com/en/docs/iot/new-singnature?id=Kbw0q34cs2e5g',
  ],
  doors: ['field access_token', 'field client_id', 'field sign'],
  lives: { seconds: 7_200, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-rejected',
      weight: PROVEN + STATED,
      says: /^code: (?:1010|1011|1012)$/,
      explanation: 'The token is over after two hours, or a newer one ended it: keep one for all processes.',
      seen: seen(1010, 'token invalid'),
    },
    {
      cause: 'signature-mismatch',
      weight: PROVEN + STATED,
      says: /^code: 1004$/,
      explanation:
        'Signed is: client id, access token, t, nonce and the text of method, hash of the body, fields and path; upper-case hexadecimal. Without access_token where a token is fetched.',
      seen: seen(1004, 'sign invalid'),
    },
    {
      cause: 'clock-skew',
      weight: PROVEN + STATED,
      says: /^code: 1013$/,
      explanation: 't is in milliseconds and may be five minutes off.',
      seen: seen(1013, 'request time is invalid'),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /^code: (?:1106|28841105|28841101|28841106)$/,
      explanation:
        'The project is not joined to this interface, or the device to the project: link the app’s account to it, in the same data centre.',
      seen: seen(1106, 'permission deny'),
    },
    {
      cause: 'account-unusable',
      weight: PROVEN + STATED,
      says: /^code: (?:28841002|28841004)$/,
      explanation:
        'The project’s subscription to the platform is over: the trial is renewed on its page each half year.',
      seen: seen(28841002, 'No permissions. Your subscription to cloud development plan has expired.'),
    },
    {
      cause: 'url-wrong',
      weight: PROVEN + STATED,
      says: /^code: 28841107$/,
      explanation:
        'The data centre of this host is not switched on for the project: call the host of the one that is.',
      seen: seen(28841107, 'No permission. The data center is suspended.'),
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN + STATED,
      says: /^code: 1114$/,
      explanation: 'The project lists the addresses that may call; the answer names this one.',
      seen: seen(1114, "Your ip(203.0.113.9) don't have access to this API"),
    },
    {
      cause: 'client-authentication-failed',
      weight: PROVEN,
      says: /^code: (?:1001|1005|2009)$/,
      explanation: 'Client id and secret do not fit.',
      seen: {
        ...seen(1005, 'clientId is invalid'),
        url: 'https://openapi.tuyaeu.com/v1.0/token?grant_type=1',
      },
    },
  ],
});
