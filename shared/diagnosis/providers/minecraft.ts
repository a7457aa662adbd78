import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const login = 'https://api.minecraftservices.com/authentication/login_with_xbox';
const yggdrasil = (errorMessage: string, cause?: string) => ({
  status: 403,
  url: 'https://authserver.mojang.com/authenticate',
  sent: {},
  posted:
    '{"agent":{"name":"Minecraft","version":1},"username":"ada@example.com","password":"Lovelace-1843"}',
  body: JSON.stringify({
    error: 'ForbiddenOperationException',
    errorMessage,
    ...(cause === undefined ? {} : { cause }),
  }),
});

export const minecraft = defineProvider({
  id: 'minecraft',
  name: 'Minecraft services',
  category: 'identity',
  address: 'https://api.minecraftservices.com/minecraft/profile',
  hosts: /^api\.minecraftservices\.com$|^(?:authserver|sessionserver|api)\.mojang\.com$/,
  sources: [
    'https://minecraft.wiki/w/Microsoft_authentication',
    'https://help.minecraft.net/hc/en-us/articles/16254801392141',
  ],
  doors: ['authorization bearer'],
  lives: { seconds: 86_400, ends: 'token-expired' },
  signs: [
    {
      cause: 'client-not-allowed',
      weight: PROVEN + STATED,
      says: /Invalid app registration/i,
      explanation:
        'Microsoft and Xbox accepted the login; Mojang has not approved this application id yet (aka.ms/mce-reviewappid).',
      seen: {
        status: 403,
        url: login,
        sent: {},
        posted: '{"identityToken":"XBL3.0 x=1234;eyJ"}',
        body: '{"path":"/authentication/login_with_xbox","errorType":"FORBIDDEN","error":"FORBIDDEN","errorMessage":"Invalid app registration, see https://aka.ms/AppRegInfo for more information"}',
      },
    },
    {
      cause: 'auth-method-retired',
      weight: PROVEN + STATED,
      says: /UserMigratedException|Account migrated, use e-?mail as username/i,
      explanation:
        'The account has moved: it logs in with its e-mail, and since 2022 through Microsoft only.',
      seen: yggdrasil(
        'Invalid credentials. Account migrated, use email as username.',
        'UserMigratedException',
      ),
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid credentials\. Invalid username or password/i,
      explanation: 'Mojang’s own accounts are gone; Microsoft accounts do not log in here.',
      seen: yggdrasil('Invalid credentials. Invalid username or password.'),
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /^errormessage: Invalid credentials\.$/i,
      path: /^\/authenticate$/,
      explanation: 'Without a further word it means too many logins that failed.',
      seen: yggdrasil('Invalid credentials.'),
    },
  ],
});
