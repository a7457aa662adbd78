import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const at = 'https://api.steampowered.com/ISteamUser/GetPlayerSummaries/v2/?steamids=76561197960435530';
const seen = (title: string, status: number, key?: string) => ({
  status,
  url: key === undefined ? at : `${at}&key=${key}`,
  sent: {},
  received: { 'Content-Type': 'text/html; charset=UTF-8' },
  body: `<html><head><title>${title}</title></head><body><h1>${title}</h1>Access is denied. Retrying will not help. Please verify your <pre>key=</pre> parameter.</body></html>`,
});

export const steam = defineProvider({
  id: 'steam',
  name: 'Steam Web API',
  category: 'social',
  address: at,
  hosts: /^(?:api|partner)\.steam(?:powered|-api)\.com$/,
  few: 'It has one refusal.',
  sources: ['https://partner.steamgames.com/doc/webapi_overview/responses', 'https://steamcommunity.com/dev'],
  doors: ['query key', 'query access_token', 'field x-webapi-key'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /Please verify your key= parameter/i,
      notSent: /./,
      explanation: 'The key goes into the parameter key.',
      seen: seen('Unauthorized', 401),
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Please verify your key= parameter/i,
      sent: /^query key: /,
      explanation: 'Steam does not know this key: it was revoked, or is one for the publishers’ host.',
      seen: seen('Forbidden', 403, '0A1B2C3D4E5F60718293A4B5C6D7E8F9'),
    },
  ],
});
