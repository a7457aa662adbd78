import { HINTED, PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const coolify = defineProvider({
  id: 'coolify',
  name: 'Coolify',
  category: 'cloud',
  address: 'https://coolify.example.com/api/v1/deploy',
  hosts: /^coolify\.|(?:^|\.)coolify\.io$/,
  body: /"success":true,"message":"(?:You are not allowed to access the API|API is disabled)|"message":"Missing required permissions: [\w:, -]+"|exceed your current role as a team member/,
  sources: [
    'https://coolify.io/docs/api-reference/authorization',
    'https://github.com/coollabsio/coolify/blob/v4.x/app/Http/Middleware/ApiAllowed.php',
    'https://github.com/coollabsio/coolify/blob/v4.x/app/Http/Middleware/ApiAbility.php',
    'https://github.com/coollabsio/coolify/issues/4099',
  ],
  misleads: [
    {
      says: 'You are not allowed to access the API.',
      means:
        'The token is not looked at yet: the caller’s address is missing among the allowed ones in the settings.',
    },
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'ip-not-allowed',
      weight: PROVEN + HINTED,
      says: /You are not allowed to access the API\./i,
      explanation:
        'Settings → Advanced → Allowed IPs for API access does not hold the address that this came from.',
      seen: {
        status: 403,
        body: '{"success":true,"message":"You are not allowed to access the API."}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /^message: API is disabled\./i,
      explanation:
        'The API of this installation is switched off for everybody; an administrator switches it on in the settings.',
      seen: { status: 403, body: '{"success":true,"message":"API is disabled."}' },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /Missing required permissions: /i,
      explanation:
        'The token was made without the ability that the answer names: read, write, deploy or root.',
      seen: { status: 403, body: '{"message":"Missing required permissions: deploy"}' },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /exceed your current role as a team member/i,
      explanation: 'The token may more than its maker’s role in the team, so it may nothing.',
      seen: {
        status: 403,
        body: '{"message":"This API token has permissions (write, deploy) that exceed your current role as a team member. Members are restricted to read-only API access."}',
      },
    },
  ],
});
