import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const message = 'The API key or AK/SK in the request is missing or invalid. Request id: 021750000000A1B2';
const seen = (code: string, text: string, status = 401, sent?: Readonly<Record<string, string>>) => ({
  status,
  sent: sent ?? { Authorization: 'Bearer 8f1c2d3e-4b5a-6978-8695-a4b3c2d1e0f9' },
  posted: '{"model":"doubao-1-5-pro-32k-250115"}',
  body: JSON.stringify({ error: { code, message: text, param: '', type: 'Unauthorized' } }),
});

export const volcengineArk = defineProvider({
  id: 'volcengine-ark',
  name: 'Volcengine Ark',
  category: 'ai',
  address: 'https://ark.cn-beijing.volces.com/api/v3/chat/completions',
  hosts: /^ark(?:\.[a-z0-9-]+)*\.(?:volces|bytepluses)\.com$/,
  sources: [
    'https://www.volcengine.com/docs/82379/1299023',
    'https://github.com/can1357/oh-my-pi/issues/3440',
    'https://github.com/aidyou/chatspeed/issues/13',
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /The API key or AK\/SK in the request is missing or invalid/i,
      notSent: /./,
      explanation: 'The key goes into Authorization, behind Bearer.',
      seen: seen('AuthenticationError', message, 401, {}),
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['AuthenticationError'],
      sent: /^authorization /,
      explanation:
        'Not a key of this platform or region; the plans for coding have keys and paths of their own (/api/coding/v3).',
      seen: seen('AuthenticationError', message),
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['AccessDenied', 'ModelNotOpen', 'InvalidEndpointOrModel.ModelNotOpen'],
      explanation: 'Switch the model on in the console, or let the key use it.',
      seen: seen(
        'ModelNotOpen',
        'Your account has not activated the model. Please activate the model service in the Ark Console.',
        403,
      ),
    },
  ],
});
