import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const page =
  '<!doctype html><meta charset="utf-8"><meta name=viewport content="width=device-width, initial-scale=1"><title>403</title>403 Forbidden';

export const googleFrontEnd = defineProvider({
  id: 'google-front-end',
  name: 'Google Cloud Armor',
  category: 'gateway',
  address: 'https://cloud.google.com/armor/docs',
  body: /^<!doctype html><meta charset="?utf-8"?><meta name="?viewport"? content="?width=device-width, initial-scale=1"?><title>403<\/title>403 Forbidden\s*$/i,
  few: 'It has one page.',
  sources: [
    'https://cloud.google.com/armor/docs/security-policy-overview',
    'https://github.com/wandb/wandb/issues/7881',
  ],
  signs: [
    {
      cause: 'blocked-by-intermediary',
      weight: PROVEN,
      status: [403],
      says: /403 Forbidden$/,
      explanation:
        'A rule of the load balancer refused the request (an address, a country, a pattern) before any application saw it.',
      seen: {
        status: 403,
        url: 'https://api.example.com/graphql',
        received: { 'Content-Type': 'text/html; charset=UTF-8', Via: '1.1 google' },
        body: page,
      },
    },
  ],
});
