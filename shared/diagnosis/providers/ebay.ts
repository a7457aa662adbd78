import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const ebay = defineProvider({
  id: 'ebay',
  name: 'eBay',
  category: 'commerce',
  address: 'https://api.ebay.com/sell/account/v1/privilege',
  hosts: /(^|\.)ebay\.com$/,
  testHosts: /sandbox/,
  keys: [
    { form: /^.+-SBX-/, kind: 'keyset', environment: 'test' },
    { form: /^.+-PRD-/, kind: 'keyset', environment: 'live' },
    {
      form: /^v\^1\.1#/,
      kind: 'user or application token',
      goes: [
        'authorization bearer',
        'field x-ebay-api-iaf-token',
        'authorization iaf',
        'authorization token',
      ],
    },
  ],
  sources: [
    'https://developer.ebay.com/develop/api/sell/error_codes',
    'https://developer.ebay.com/support/kb-article?KBid=5218',
    'https://developer.ebay.com/support/kb-article?KBid=1881',
  ],
  lives: { seconds: 7_200, ends: 'token-expired' },
  doors: [
    'authorization bearer',
    'field x-ebay-api-iaf-token',
    'authorization iaf',
    'authorization token',
    'authorization basic',
  ],
  signs: [
    {
      cause: 'token-rejected',
      weight: TOLD,
      code: ['1001'],
      says: /Invalid access token/i,
      explanation:
        'The access token is over after two hours, was cut, or belongs to the other of sandbox and production.',
      seen: '{"errors":[{"errorId":1001,"domain":"OAuth","category":"REQUEST","message":"Invalid access token","longMessage":"Invalid access token. Check the value of the Authorization HTTP request header."}]}',
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      code: ['1002'],
      says: /Missing access token/i,
      explanation: 'eBay saw no token.',
      seen: {
        sent: {},
        body: '{"errors":[{"errorId":1002,"domain":"OAuth","category":"REQUEST","message":"Missing access token"}]}',
      },
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      code: ['1003'],
      says: /Token type in the Authorization header is invalid/i,
      explanation: 'The call wants a user’s token where an application’s was sent, or the other way round.',
      seen: '{"errors":[{"errorId":1003,"domain":"OAuth","category":"REQUEST","message":"Token type in the Authorization header is invalid:Application"}]}',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      code: ['1100'],
      says: /Insufficient permissions to fulfill/i,
      explanation:
        'The token was made without the scope of this call; ask for it in the consent and make a new token.',
      seen: {
        status: 403,
        body: '{"errors":[{"errorId":1100,"domain":"ACCESS","category":"REQUEST","message":"Access denied","longMessage":"Insufficient permissions to fulfill the request."}]}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['932', '16110', '21917053'],
      says: /(?:Auth|IAF) token is (?:hard )?expired|Expired IAF token/i,
      explanation: 'The user’s token is over; the user must sign in and consent again.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['931', '21916984'],
      says: /(?:Auth|IAF) token is invalid|Invalid IAF token/i,
      explanation: 'The token is not known here; tokens of sandbox and production do not mix.',
    },
    {
      cause: 'grant-invalid',
      weight: PROVEN,
      says: /authorization grant code is invalid or was issued to another client/i,
      explanation:
        'The refresh token was withdrawn, or the user changed name or password; the user must consent again.',
      seen: {
        status: 400,
        url: 'https://api.ebay.com/identity/v1/oauth2/token',
        posted: 'grant_type=refresh_token&refresh_token=x',
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"error":"invalid_grant","error_description":"the provided authorization grant code is invalid or was issued to another client"}',
      },
    },
  ],
});
