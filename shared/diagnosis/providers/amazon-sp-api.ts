import { PROVEN, STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const amazonSpApi = defineProvider({
  id: 'amazon-sp-api',
  name: 'Amazon Selling Partner API',
  category: 'commerce',
  address: 'https://sellingpartnerapi-eu.amazon.com/sellers/v1/marketplaceParticipations',
  hosts: /(^|\.)sellingpartnerapi-(na|eu|fe)\.amazon\.com$/,
  testHosts: /^sandbox\./,
  keys: [
    { form: /^Atza\|/, kind: 'access token' },
    { form: /^Atzr\|/, kind: 'refresh token' },
  ],
  misleads: [
    {
      says: 'Access to requested resource is denied.',
      means: 'Stands in front of every refusal; what matters is in details.',
    },
  ],
  sources: [
    'https://developer-docs.amazon.com/amazon-shipping/docs/connecting-to-the-selling-partner-api',
    'https://repost.aws/questions/QUDFcBdVvnQlCv2JWd4VitMg/sp-api-access-to-requested-resource-is-denied',
  ],
  doors: ['field x-amz-access-token'],
  lives: { seconds: 3_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /access token you provided has expired/i,
      explanation: 'An access token of Login with Amazon lasts an hour; refresh it.',
      seen: {
        status: 403,
        sent: { 'x-amz-access-token': 'Atza|IwEBIA1234567890' },
        body: '{"errors":[{"code":"Unauthorized","message":"Access to requested resource is denied.","details":"The access token you provided has expired."}]}',
      },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN,
      says: /access token you provided is revoked, malformed or invalid/i,
      explanation: 'The access token is not known in this region, or the seller withdrew the authorization.',
      seen: {
        status: 403,
        sent: { 'x-amz-access-token': 'Atza|IwEBIA1234567890' },
        body: '{"errors":[{"code":"Unauthorized","message":"Access to requested resource is denied.","details":"The access token you provided is revoked, malformed or invalid."}]}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['MissingAuthenticationToken'],
      says: /access token is missing in the request header/i,
      explanation: 'Send the access token in x-amz-access-token.',
      seen: {
        status: 403,
        sent: {},
        body: '{"errors":[{"code":"Unauthorized","message":"Access to requested resource is denied.","details":"Access token is missing in the request header."}]}',
      },
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN,
      says: /access token is missing in the request header/i,
      sent: /^(?:authorization authorization: bearer|field (?!x-amz-access-token)|query ).*Atza\|/i,
      explanation: 'The access token goes into x-amz-access-token and not into Authorization.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer Atza|IwEBIA1234567890' },
        body: '{"errors":[{"code":"Unauthorized","message":"Access to requested resource is denied.","details":"Access token is missing in the request header."}]}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /does not have access to one or more requested data types/i,
      explanation:
        'Personal data needs a role of the app and, for restricted operations, a restricted data token.',
      seen: {
        status: 403,
        sent: { 'x-amz-access-token': 'Atza|IwEBIA1234567890' },
        body: '{"errors":[{"code":"Unauthorized","message":"Application does not have access to one or more requested data types: [buyerInfo, shippingAddress]"}]}',
      },
    },
    {
      cause: 'permission-denied',
      weight: SUGGESTED,
      says: /Access to requested resource is denied/i,
      status: [403],
      explanation:
        'The app lacks the role for this operation, or the seller authorized it before the role was added; authorize again.',
      seen: {
        status: 403,
        sent: { 'x-amz-access-token': 'Atza|IwEBIA1234567890' },
        body: '{"errors":[{"code":"Unauthorized","message":"Access to requested resource is denied.","details":""}]}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['QuotaExceeded'],
      explanation: 'Each operation has a rate of its own; wait.',
      seen: {
        status: 429,
        sent: { 'x-amz-access-token': 'Atza|IwEBIA1234567890' },
        body: '{"errors":[{"code":"QuotaExceeded","message":"You exceeded your quota for the requested resource."}]}',
      },
    },
  ],
});
