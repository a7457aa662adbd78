import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const alpaca = defineProvider({
  id: 'alpaca',
  name: 'Alpaca',
  category: 'trading',
  address: 'https://api.alpaca.markets/v2/account',
  hosts: /(^|\.)alpaca\.markets$/,
  testHosts: /^paper-/,
  keys: [
    { form: /^AK/, kind: 'key', environment: 'live' },
    { form: /^PK/, kind: 'key', environment: 'test' },
  ],
  misleads: [
    {
      says: '403 forbidden.',
      means: 'The field names were wrong: with underscores in place of hyphens the keys do not arrive.',
    },
    { says: 'request is not authorized', means: 'Mostly live keys at paper-api, or the other way.' },
  ],
  sources: [
    'https://docs.alpaca.markets/docs/authentication',
    'https://github.com/alpacahq/alpaca-trade-api-python/issues/40',
    'https://github.com/alpacahq/alpaca-py/issues/519',
    'https://github.com/alpacahq/Alpaca-API/issues/228',
  ],
  doors: [
    'field apca-api-key-id',
    'field apca-api-secret-key',
    'authorization basic',
    'authorization bearer',
  ],
  needs: [{ at: ['field apca-api-secret-key'], beside: 'field apca-api-key-id' }],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN + HINTED,
      says: /^(?:message: )?forbidden\.$/i,
      sent: /^field apca-/i,
      status: [403],
      explanation:
        'The data API and the newer servers answer an unknown pair so: take the pair from the account that you mean, live or paper, and not one of an OAuth app.',
      seen: {
        status: 403,
        sent: { 'APCA-API-KEY-ID': 'AKABC', 'APCA-API-SECRET-KEY': 'x' },
        body: '{"message":"forbidden."}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /^(?:message: )?forbidden\.$/i,
      notSent: /^field apca-/,
      status: [403],
      explanation: 'Alpaca saw no keys: they go into APCA-API-KEY-ID and APCA-API-SECRET-KEY, with hyphens.',
      seen: { status: 403, sent: {}, body: '{"message":"forbidden."}' },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['40110000'],
      says: /access key verification failed|request is not authorized/i,
      explanation:
        'Alpaca does not know the pair here: keys of the paper account (PK) go to paper-api.alpaca.markets, live ones (AK) to api.alpaca.markets; making new keys ends the old.',
      seen: {
        sent: { 'APCA-API-KEY-ID': 'AKABC', 'APCA-API-SECRET-KEY': 'x' },
        body: '{"code":40110000,"message":"request is not authorized"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['40310000'],
      says: /subscription does not permit|account is not allowed to/i,
      explanation: 'The account’s plan does not include these data, or the account may not do this.',
      seen: {
        status: 403,
        sent: { 'APCA-API-KEY-ID': 'AKABC', 'APCA-API-SECRET-KEY': 'x' },
        body: '{"code":40310000,"message":"subscription does not permit querying recent SIP data"}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /account is (?:not active|restricted|blocked)|trading is blocked/i,
      explanation: 'The account is restricted or blocked; Alpaca’s support can tell why.',
      seen: {
        status: 403,
        sent: { 'APCA-API-KEY-ID': 'AKABC', 'APCA-API-SECRET-KEY': 'x' },
        body: '{"code":40310001,"message":"account is restricted"}',
      },
    },
  ],
});
