import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const viessmann = defineProvider({
  id: 'viessmann',
  name: 'Viessmann',
  category: 'device',
  address: 'https://api.viessmann-climatesolutions.com/iot/v2/equipment/installations',
  hosts: /(?:^|\.)viessmann(?:-climatesolutions)?\.com$/,
  body: /"viErrorId"\s*:/,
  sources: [
    'https://documentation.viessmann.com/static/iot/overview',
    'https://github.com/openviess/PyViCare',
  ],
  doors: ['authorization bearer'],
  lives: { seconds: 3_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'permission-denied',
      weight: PROVEN,
      code: ['PACKAGE_NOT_PAID_FOR'],
      explanation: 'The developer account’s plan does not hold this feature.',
      seen: {
        status: 403,
        body: '{"viErrorId":"a1","statusCode":403,"errorType":"PACKAGE_NOT_PAID_FOR","message":"Package not paid for"}',
      },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      code: ['RATE_LIMIT_EXCEEDED'],
      explanation:
        'A client may ask so often a day and so often in ten minutes; extendedPayload says when the limit is lifted.',
      seen: {
        status: 429,
        body: '{"viErrorId":"a1","statusCode":429,"errorType":"RATE_LIMIT_EXCEEDED","message":"API calls rate limit has been exceeded","extendedPayload":{"name":"ViCare day limit"}}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /^error: EXPIRED TOKEN$/i,
      explanation:
        'A token is good for an hour: renew it with the refresh token, which wants the scope offline_access.',
      seen: '{"statusCode":401,"error":"EXPIRED TOKEN","message":"Token is expired"}',
    },
  ],
});
