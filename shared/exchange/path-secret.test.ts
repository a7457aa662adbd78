import { describe, expect, test } from 'vitest';
import { pathSecretSpan } from './path-secret.ts';

const hidden = (address: string): string | undefined => {
  const span = pathSecretSpan(address);
  return span && address.slice(span.start, span.end);
};

describe('an address hides', () => {
  test.each([
    [
      'https://api.telegram.example/bot7012345678:AAHk3vQ9xT2mW7zL5nR1cY8bJ4d/getMe',
      '7012345678:AAHk3vQ9xT2mW7zL5nR1cY8bJ4d',
    ],
    ['/bot7012345678:AAHk3vQ9xT2mW7zL5nR1cY8bJ4d/getMe', '7012345678:AAHk3vQ9xT2mW7zL5nR1cY8bJ4d'],
    [
      'https://hooks.example/services/T00000000/B00000000/Zx81kQp07vTnE4sWc2RbYh6L',
      'T00000000/B00000000/Zx81kQp07vTnE4sWc2RbYh6L',
    ],
    ['http://10.0.0.2/api/1028d66426293e821ecfd9ef1a0731df/lights?a=1', '1028d66426293e821ecfd9ef1a0731df'],
  ])('%s', (address, secret) => expect(hidden(address)).toBe(secret));

  test.each([
    'https://a.example/services/3f1b7a90-5c2d-4e88-9a10-b6d4c2e8f713',
    'https://a.example/webhooks/a-hook-with-a-long-name/deliveries',
    'https://a.example/bot{{token}}/getMe',
    'https://a.example/bot<token>/getMe',
    'https://a.example/token/undefined',
    'https://a.example/v1/things/1028d66426293e821ecfd9ef1a0731df',
    'https://a.example?next=/token/1028d66426293e821ecfd9ef1a0731df',
    '',
  ])('nothing of %s', (address) => expect(hidden(address)).toBeUndefined());
});
