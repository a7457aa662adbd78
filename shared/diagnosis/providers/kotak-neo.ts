import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const sent = {
  Authorization: '8f1c2d3e-4b5a-6978-8695-a4b3c2d1e0f9',
  Sid: '0a1b2c3d',
  Auth: 'eyJhbGciOiJIUzI1NiJ9.e30.c2ln',
};
const seen = (stCode: number, errMsg: string, status = 401) => ({
  status,
  sent,
  posted: 'jData=1',
  body: JSON.stringify({ stCode, errMsg, stat: 'Not_Ok' }),
});

export const kotakNeo = defineProvider({
  id: 'kotak-neo',
  name: 'Kotak Neo',
  category: 'trading',
  address: 'https://gw-napi.kotaksecurities.com/Orders/2.0/quick/user/orders',
  hosts: /^(?:gw-napi|napi|mis|e\d{1,2})\.kotaksecurities\.com$/,
  few: 'Two of its codes speak of authentication.',
  sources: [
    'https://github.com/Kotak-Neo/Kotak-neo-api-v2/issues/64',
    'https://github.com/Kotak-Neo/kotak-neo-api/issues/280',
    'https://github.com/Kotak-Neo/Kotak-neo-api-v2/issues/73',
  ],
  signs: [
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /^stcode: 100008$/,
      explanation:
        'Orders are taken from the address that is registered with the consumer key alone; log in anew after registering it.',
      seen: seen(100008, 'unauthorized', 403),
    },
    {
      cause: 'session-expired',
      weight: PROVEN + STATED,
      says: /^stcode: 100022$|invalid session token/i,
      explanation:
        'The session of the second factor (Sid and Auth) is over; quotes need none. Log in once more.',
      seen: seen(100022, 'invalid session token'),
    },
  ],
});
