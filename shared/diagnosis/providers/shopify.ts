import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const shopify = defineProvider({
  id: 'shopify',
  name: 'Shopify',
  category: 'commerce',
  address: 'https://example.myshopify.com/admin/api/2024-01/shop.json',
  hosts: /\.myshopify\.com$/,
  fields: [['x-shopify-stage'], ['x-shopid']],
  keys: [
    {
      form: /^shpat_/,
      kind: 'access token of an app',
      goes: ['field x-shopify-access-token', 'authorization basic'],
    },
    {
      form: /^shppa_/,
      kind: 'password of a private app',
      goes: ['authorization basic', 'field x-shopify-access-token'],
    },
    {
      form: /^shpua_/,
      kind: 'token of a person',
      lives: 86_400,
      goes: ['field x-shopify-access-token'],
    },
    { form: /^shpss_/, kind: 'shared secret of an app' },
  ],
  misleads: [
    {
      says: '[API] Invalid API key or access token (unrecognized login or wrong password)',
      means:
        'Said, too, of the app’s secret (shpss_) in place of the access token (shpat_), and of a token of another shop.',
    },
  ],
  sources: [
    'https://shopify.dev/docs/api/usage/response-codes',
    'https://shopify.dev/changelog/authorization-errors-in-mutations-are-refined',
    'https://community.shopify.com/t/this-app-is-not-approved-to-access-rest-endpoints-with-protected-customer-data/141638',
    'https://community.shopify.com/t/api-faq-please-check-here-before-posting-updated-aug-2022/80231',
  ],
  doors: [
    'field x-shopify-access-token',
    'field x-shopify-storefront-access-token',
    'field shopify-storefront-private-token',
    'authorization basic',
    'authorization bearer',
  ],
  signs: [
    {
      cause: 'blocked-by-intermediary',
      weight: PROVEN,
      status: [401],
      path: /^\/password$/,
      says: /store using password|opening soon/i,
      explanation:
        'The shop is not open yet: its password page stands in front of everything, the storefront’s interface too. Take the protection away, or use a shop that is open.',
      seen: {
        url: 'https://example.myshopify.com/password',
        received: { 'Content-Type': 'text/html' },
        body: '<html><head><title>Example</title></head><body><form method="post" action="/password"><label>Enter store using password</label><input type="password" name="password"></form></body></html>',
      },
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      sent: /: ?(?:bearer )?shpss_/i,
      says: /Invalid API key or access token/i,
      explanation:
        'shpss_ is the app’s secret; requests want the access token that Shopify gave when the app was installed, shpat_.',
      seen: {
        sent: { 'X-Shopify-Access-Token': 'shpss_0123456789abcdef' },
        body: '{"errors":"[API] Invalid API key or access token (unrecognized login or wrong password)"}',
      },
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN + HINTED,
      sent: /^authorization authorization: bearer shp(?:at|ca|pa)_/i,
      says: /Invalid API key or access token/i,
      explanation: 'The admin API reads the token from X-Shopify-Access-Token, not from Authorization.',
      seen: {
        sent: { Authorization: 'Bearer shpat_0123456789abcdef' },
        body: '{"errors":"[API] Invalid API key or access token (unrecognized login or wrong password)"}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /^\S*code: ACCESS_DENIED$|Access denied for \w+ field/i,
      explanation:
        'The token lacks the scope named, or, with an online token, the member of staff lacks the right: request the scope and install the app again.',
      seen: {
        status: 200,
        sent: { 'X-Shopify-Access-Token': 'shpat_0123456789abcdef' },
        body: '{"errors":[{"message":"Access denied for customerCreate field. Required access: `write_customers` access scope.","extensions":{"code":"ACCESS_DENIED","documentation":"https://shopify.dev/api/usage/access-scopes","requiredAccess":"`write_customers` access scope."}}],"data":null}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /not approved to (?:access|use) .{3,80}(?:protected customer data|object|field)/i,
      explanation:
        'Customers’ data is protected: request access to it in the partner dashboard, beside the scope.',
      seen: {
        status: 403,
        sent: { 'X-Shopify-Access-Token': 'shpat_0123456789abcdef' },
        body: '{"errors":"[API] This app is not approved to access REST endpoints with protected customer data. See https://shopify.dev/docs/apps/launch/protected-customer-data for more details."}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['SHOP_INACTIVE'],
      says: /shop_not_permitted|do not have permission to access this (?:shop|website)/i,
      explanation: 'The app and the shop do not belong to the same organisation, which this grant demands.',
      seen: {
        status: 400,
        url: 'https://example.myshopify.com/admin/oauth/access_token',
        sent: {},
        posted: 'grant_type=client_credentials&client_id=x&client_secret=x',
        body: '{"error":"shop_not_permitted","error_description":"Client credentials cannot be performed on this shop."}',
      },
    },
    {
      cause: 'grant-invalid',
      weight: STATED,
      says: /authorization code was not found or was already used|invalid_subject_token/i,
      explanation: 'A code is good once; let the shop go through the install again.',
      seen: {
        status: 400,
        url: 'https://example.myshopify.com/admin/oauth/access_token',
        sent: {},
        posted: 'client_id=x&client_secret=x&code=x',
        body: '{"error":"invalid_request","error_description":"The authorization code was not found or was already used"}',
      },
    },
    {
      cause: 'client-authentication-failed',
      weight: STATED,
      says: /application_cannot_be_found|Could not find Shopify API application/i,
      explanation: 'Shopify knows no app by this client id.',
      seen: {
        status: 400,
        url: 'https://example.myshopify.com/admin/oauth/access_token',
        sent: {},
        posted: 'client_id=x&client_secret=x&code=x',
        body: '{"error":"application_cannot_be_found","error_description":"Could not find Shopify API application with api_key x"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid API key or access token/i,
      explanation:
        'Shopify does not know the token for this shop; it ends when the app is removed, and belongs to one shop alone. It goes into X-Shopify-Access-Token.',
      seen: {
        sent: { 'X-Shopify-Access-Token': 'shpat_0123456789abcdef' },
        body: '{"errors":"[API] Invalid API key or access token (unrecognized login or wrong password)"}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /requires merchant approval for/i,
      explanation:
        'The app lacks the scope named: add it to the app’s configuration and let the shop approve the app again.',
      seen: {
        status: 403,
        sent: { 'X-Shopify-Access-Token': 'shpat_0123456789abcdef' },
        body: '{"errors":"[API] This action requires merchant approval for read_orders scope."}',
      },
    },
    {
      cause: 'signature-mismatch',
      weight: STATED,
      says: /hmac/i,
      explanation: 'The signature of the request differs.',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /Unavailable Shop|shop is (?:currently )?(?:frozen|unavailable)/i,
      explanation: 'The shop is closed or frozen.',
      seen: {
        status: 402,
        sent: { 'X-Shopify-Access-Token': 'shpat_0123456789abcdef' },
        body: '{"errors":"Unavailable Shop"}',
      },
    },
  ],
});
