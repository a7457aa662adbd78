import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const url = 'https://api.trakt.tv/users/me/watched/movies';
const token = { Authorization: 'Bearer Zx81kQp07vTnE4sWc2RbYh' };

export const trakt = defineProvider({
  id: 'trakt',
  name: 'Trakt',
  category: 'data',
  address: url,
  hosts: /^api(?:-staging)?\.trakt\.tv$/,
  misleads: [
    {
      says: '403 without a body',
      means:
        'The app’s number in trakt-api-key is wrong or missing, or the app is not approved; the user’s token is not judged.',
    },
  ],
  sources: ['https://trakt.docs.apiary.io/#introduction/status-codes'],
  doors: ['field trakt-api-key', 'authorization bearer'],
  needs: [{ at: ['field trakt-api-key'], beside: 'authorization bearer' }],
  signs: [
    {
      cause: 'required-header-missing',
      weight: PROVEN + PROVEN,
      lacks: 'trakt-api-key',
      sent: /^authorization /,
      status: [403],
      explanation:
        'Beside the user’s token each request names the app: its client id goes into trakt-api-key, and trakt-api-version is 2.',
      seen: { status: 403, url, sent: token, body: 'Missing trakt-api-key header.' },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      sent: /^field trakt-api-key/,
      status: [403],
      explanation: 'Trakt does not know the client id in trakt-api-key, or the app was switched off.',
      seen: { status: 403, url, sent: { 'trakt-api-key': '5f0a1c2e3b4d6f7a8c9e' }, body: '' },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      status: [423],
      explanation:
        'The user’s account is locked or deactivated; X-Account-Locked and X-Account-Deactivated tell which.',
      seen: {
        status: 423,
        url,
        sent: { ...token, 'trakt-api-key': '5f0a1c2e3b4d6f7a8c9e' },
        received: { 'X-Account-Locked': 'true' },
        body: '{"error":"account locked"}',
      },
    },
  ],
});
