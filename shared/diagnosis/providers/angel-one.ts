import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const token = {
  Authorization: 'Bearer eyJhbGciOiJIUzUxMiJ9.eyJ1c2VybmFtZSI6IkExIiwiZXhwIjoxNzAwMDUzMjAwfQ.c2ln',
  'X-PrivateKey': 'k3vX8rM2',
};
const json = { 'Content-Type': 'application/json' };
const login = {
  url: 'https://apiconnect.angelone.in/rest/auth/angelbroking/user/v1/loginByPassword',
  sent: { 'X-PrivateKey': 'k3vX8rM2' },
  posted: '{"clientcode":"A1","password":"1234","totp":"123456"}',
};
const seen = (errorcode: string, message: string) => ({
  status: 200,
  received: json,
  sent: token,
  body: JSON.stringify({ success: false, status: false, message, errorcode, errorCode: errorcode, data: '' }),
});

export const angelOne = defineProvider({
  id: 'angel-one',
  name: 'Angel One SmartAPI',
  category: 'trading',
  address: 'https://apiconnect.angelone.in/rest/secure/angelbroking/user/v1/getProfile',
  hosts: /^apiconnect\.angel(?:one|broking)\.(?:in|com)$/,
  body: /"error[cC]ode"\s*:\s*"A[BG]\d{4}"/,
  sources: ['https://smartapi.angelbroking.com/docs/Exceptions'],
  needs: [{ at: ['field x-privatekey'] }],
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN + PROVEN,
      code: ['AG8002'],
      explanation: 'The session’s token is over, at the latest at midnight.',
      seen: seen('AG8002', 'Token Expired'),
    },
    {
      cause: 'token-rejected',
      weight: PROVEN + PROVEN,
      code: ['AG8001'],
      explanation: 'The token is not of this key’s session.',
      seen: seen('AG8001', 'Invalid Token'),
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      code: ['AG8003'],
      notSent: /^authorization /,
      explanation: 'No token was sent.',
      seen: { ...seen('AG8003', 'Token missing'), sent: {} },
    },
    {
      cause: 'mfa-required',
      weight: PROVEN + PROVEN,
      says: /^message: Invalid totp/i,
      explanation:
        'The one-time code is not that of the secret for this client, or the clock is off by more than half a minute.',
      seen: { ...seen('AB1050', 'Invalid totp'), ...login },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + PROVEN,
      says: /^message: (?:Invalid clientcode or password|Invalid (?:Email|User) ?(?:Or )?Password|Invalid API Key)/i,
      explanation: 'Client code, PIN or key do not fit; the PIN took the place of the password.',
      seen: { ...seen('AB1007', 'Invalid clientcode or password'), ...login },
    },
  ],
});
