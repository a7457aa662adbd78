import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

const at =
  'https://services1.arcgis.com/hkbp4dfvCs6xDxzX/arcgis/rest/services/Parcels/FeatureServer/0/query?f=json';
const seen = (code: number, message: string, token?: string, details: readonly string[] = []) => ({
  status: 200,
  url: token === undefined ? at : `${at}&token=${token}`,
  sent: {},
  received: { 'Content-Type': 'application/json; charset=utf-8' },
  body: JSON.stringify({ error: { code, message, details } }),
});
const token = '3NKHt6i2urmWtqOuugvr9Sf4vZ8jXQ2c0cHr7wY_kLmNoPqRsTuVwXyZ012345';

export const arcgis = defineProvider({
  id: 'arcgis',
  name: 'ArcGIS',
  category: 'data',
  address: 'https://www.arcgis.com/sharing/rest/portals/self',
  hosts: /(^|\.)arcgis(?:online)?\.com$/,
  paths: /^\/(?:[\w-]+\/)?(?:rest\/services\/|sharing\/rest\/|tokens\/generateToken)/,
  misleads: [
    { says: '200', means: 'An answer with a member “error” is a refusal, whatever its status says.' },
  ],
  sources: [
    'https://developers.arcgis.com/rest/users-groups-and-items/generate-token/',
    'https://github.com/CartoDB/cartodb/issues/6829',
    'https://github.com/Esri/resource-proxy/issues/422',
    'https://github.com/geolens-io/geolens/pull/1750',
  ],
  doors: ['query token', 'authorization bearer', 'field x-esri-authorization'],
  keys: [{ form: /^AAPK[\w-]{60,}$/, kind: 'API key', goes: ['query token', 'authorization bearer'] }],
  lives: { seconds: 3_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN + STATED,
      says: /^message: Token Required$/i,
      notSent: /./,
      explanation:
        'The service is shared with somebody, not with everybody: send a token as the parameter token.',
      seen: seen(499, 'Token Required'),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN + STATED,
      says: /^message: Token Required$/i,
      sent: /token/i,
      explanation:
        'A token was sent and the item is not shared with its user; 499 is said of those who may not see it as well.',
      seen: { ...seen(499, 'Token Required', token) },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN + TOLD,
      says: /^message: Invalid Token\.?$/i,
      explanation:
        'The token is over (an hour, where nobody asked for more), of another portal, or bound to a Referer or an address that this request does not have.',
      seen: seen(498, 'Invalid Token', token),
    },
    {
      cause: 'token-expired',
      weight: PROVEN + PROVEN,
      says: /Token Expired/i,
      explanation: 'Ask generateToken for a new one; expiration is in minutes.',
      seen: seen(498, 'Token Expired.', token),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN + STATED,
      says: /^message: (?:You do not have permissions to access this resource or perform this operation|User does not have permissions to access this service)\.?$|^code: GWM_0003$/i,
      explanation:
        'The token is good; its user, or the key’s list of items and rights, does not cover this one.',
      seen: seen(
        403,
        'You do not have permissions to access this resource or perform this operation.',
        token,
      ),
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + STATED,
      says: /Invalid username or password|Unable to generate token/i,
      path: /generateToken/i,
      explanation:
        'The portal does not know this user and password; users of an enterprise login, and those with a second factor, get no token here.',
      seen: {
        status: 200,
        url: 'https://www.arcgis.com/sharing/rest/generateToken',
        sent: {},
        received: { 'Content-Type': 'application/json' },
        posted:
          'username=ada&password=Lovelace-1843&client=referer&referer=https%3A%2F%2Fapp.example.com&f=json',
        body: '{"error":{"code":400,"message":"Unable to generate token.","details":["Invalid username or password."]}}',
      },
    },
  ],
});
