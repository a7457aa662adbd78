import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const key = {
  'X-RapidAPI-Key': 'f2c8e1a4b7msh6d9e0f3a5b2c8d1p1e4f7ajsn0b3c6d9e2f5a',
  'X-RapidAPI-Host': 'weatherapi-com.p.rapidapi.com',
};

export const rapidapi = defineProvider({
  id: 'rapidapi',
  name: 'RapidAPI',
  category: 'gateway',
  address: 'https://weatherapi-com.p.rapidapi.com/current.json',
  hosts: /(^|\.)rapidapi\.com$/,
  fields: [['x-rapidapi-proxy-response'], ['x-rapidapi-version'], ['x-rapidapi-region']],
  keys: [
    {
      form: /^[0-9a-f]{10}msh[0-9a-f]{15}p[0-9a-f]{6}jsn[0-9a-f]{12}$/,
      kind: 'application key',
      goes: ['field x-rapidapi-key'],
    },
  ],
  sources: ['https://docs.rapidapi.com/docs/keys', 'https://docs.rapidapi.com/docs/response-codes'],
  doors: ['field x-rapidapi-key', 'field x-mashape-key', 'query rapidapi-key'],
  signs: [
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /You are not subscribed to this API/i,
      explanation:
        'The key is good; its application has no subscription to this API, be it the free one: subscribe on the API’s page. A wrong X-RapidAPI-Host says the same.',
      seen: { status: 403, sent: key, body: '{"message":"You are not subscribed to this API."}' },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /Invalid API key\. Go to https:\/\/docs\.rapidapi\.com\/docs\/keys/i,
      notSent: /x-rapidapi-key|x-mashape-key|rapidapi-key/i,
      explanation: 'No key arrived: it goes in X-RapidAPI-Key.',
      seen: {
        sent: {},
        body: '{"message":"Invalid API key. Go to https://docs.rapidapi.com/docs/keys for more info."}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /Invalid API key\. Go to https:\/\/docs\.rapidapi\.com\/docs\/keys|Key doesn't exists/i,
      explanation: 'No application has this key, or it was deleted.',
      seen: {
        sent: key,
        body: '{"message":"Invalid API key. Go to https://docs.rapidapi.com/docs/keys for more info."}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /Blocked User|account (?:is )?(?:blocked|suspended)/i,
      explanation: 'RapidAPI blocked the user, often for an unpaid bill: write to their support.',
      seen: {
        sent: key,
        body: '{"message":"Blocked User. Please contact your API provider."}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /exceeded the (?:MONTHLY|DAILY|HOURLY|rate|\w+) (?:quota|limit)/i,
      explanation: 'The plan’s quota is used up.',
      seen: {
        status: 429,
        sent: key,
        body: '{"message":"You have exceeded the MONTHLY quota for Requests on your current plan, BASIC."}',
      },
    },
  ],
});
