import { STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const drone = defineProvider({
  id: 'drone',
  name: 'Drone CI',
  category: 'ci',
  address: 'https://drone.example.com/api/user',
  paths: /^\/api\/repos\/[^/]+\/[^/]+\/builds\b/,
  hosts: /^drone\./,
  fields: [['x-drone-version']],
  misleads: [
    {
      says: '401 Unauthorized right after an upgrade',
      means: 'Tokens end when the database or the secret of the server is new.',
    },
  ],
  sources: [
    'https://github.com/drone/docs/blob/ae960fa88d0528af3d87f3194403ce6e95536b0d/content/api/api_authentication.md',
    'https://github.com/drone/docs/blob/9488eb2c218f9903bd8991e3b4fdf240236c2c5b/content/api/user/_index.md',
  ],
  doors: ['authorization bearer', 'query access_token'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /^(?:message: )?Unauthorized$/i,
      notSent: /./,
      status: [401],
      explanation: 'Drone saw no token: the one of the account settings goes into Authorization: Bearer.',
      seen: { sent: {}, received: { 'X-Drone-Version': '2.16.0' }, body: '{"message":"Unauthorized"}' },
    },
    {
      cause: 'token-rejected',
      weight: TOLD,
      says: /^(?:message: )?Unauthorized$/i,
      sent: /^authorization authorization: bearer /i,
      status: [401],
      explanation:
        'Drone does not know the token: it is of another server, or the account’s token was made anew.',
      seen: {
        received: { 'X-Drone-Version': '2.16.0' },
        sent: { Authorization: 'Bearer 55f24eb3d61ef6ac5e83d550178638dc' },
        body: '{"message":"Unauthorized"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /^(?:message: )?Forbidden$/i,
      status: [403],
      explanation:
        'The user is no administrator of Drone, or lacks write access to the repository in the code host.',
      seen: {
        status: 403,
        received: { 'X-Drone-Version': '2.16.0' },
        sent: { Authorization: 'Bearer 55f24eb3d61ef6ac5e83d550178638dc' },
        body: '{"message":"Forbidden"}',
      },
    },
  ],
});
