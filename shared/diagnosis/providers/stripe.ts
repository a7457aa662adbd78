import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const stripe = defineProvider({
  id: 'stripe',
  name: 'Stripe',
  category: 'payment',
  address: 'https://api.stripe.com/v1/charges',
  hosts: /^(api|files|connect)\.stripe\.com$/,
  keys: [
    {
      form: /^sk_test_/,
      kind: 'secret key',
      environment: 'test',
      goes: ['authorization bearer', 'authorization basic'],
    },
    {
      form: /^sk_live_/,
      kind: 'secret key',
      environment: 'live',
      goes: ['authorization bearer', 'authorization basic'],
    },
    {
      form: /^rk_test_/,
      kind: 'restricted key',
      environment: 'test',
      goes: ['authorization bearer', 'authorization basic'],
    },
    {
      form: /^rk_live_/,
      kind: 'restricted key',
      environment: 'live',
      goes: ['authorization bearer', 'authorization basic'],
    },
    { form: /^pk_test_/, kind: 'publishable key', environment: 'test' },
    { form: /^pk_live_/, kind: 'publishable key', environment: 'live' },
    { form: /^whsec_/, kind: 'signing secret of a webhook' },
  ],
  misleads: [
    {
      says: 'No such customer',
      means: 'Mostly that the object belongs to the other mode or account than the key.',
    },
  ],
  sources: ['https://docs.stripe.com/error-handling', 'https://docs.stripe.com/keys'],
  doors: ['authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['account_invalid', 'oauth_not_supported'],
      says: /does not have access to account|access may have been revoked/i,
      explanation:
        'Stripe-Account names an account that is not, or no longer, connected to the platform of this key, or in the other mode.',
      seen: {
        status: 403,
        body: '{"error":{"code":"account_invalid","message":"The provided key \'sk_test_********abcd\' does not have access to account \'acct_x\' (or that account does not exist). Application access may have been revoked.","type":"invalid_request_error"}}',
      },
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      says: /a similar object exists in (?:live|test) mode, but a (?:test|live) mode key was used/i,
      explanation: 'The object belongs to the other mode than the key.',
      seen: {
        status: 404,
        body: '{"error":{"code":"resource_missing","message":"No such customer: \'cus_x\'; a similar object exists in live mode, but a test mode key was used to make this request.","type":"invalid_request_error"}}',
      },
    },
    {
      cause: 'signature-mismatch',
      weight: STATED,
      says: /No signatures found matching the expected signature/i,
      explanation:
        'Check the signature over the raw body, before any parser changed it, with the whsec_ secret of this very endpoint: the CLI has one of its own.',
      seen: {
        status: 400,
        sent: { 'Stripe-Signature': 't=1492774577,v1=abc' },
        body: 'Webhook Error: No signatures found matching the expected signature for payload. Are you passing the raw request body you received from Stripe?',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /account (?:has been|was|is) (?:rejected|closed|deactivated)|account_closed|cannot currently make live (?:charges|requests)/i,
      explanation: 'The account was not activated, or Stripe closed it.',
      seen: {
        status: 403,
        body: '{"error":{"message":"Your account has been rejected and cannot make live requests.","type":"invalid_request_error"}}',
      },
    },
    {
      cause: 'grant-invalid',
      weight: STATED,
      says: /Authorization code (?:does not exist|expired|has already been used)|code provided does not belong to you/i,
      explanation:
        'A code is good once and for five minutes, and with the key of the mode in which it was given.',
      seen: {
        status: 400,
        url: 'https://connect.stripe.com/oauth/token',
        sent: {},
        posted: 'grant_type=authorization_code&code=x&client_id=x&client_secret=x',
        body: '{"error":"invalid_grant","error_description":"Authorization code does not exist: ac_x"}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['rate_limit', 'lock_timeout'],
      explanation: 'Stripe’s rate limit answered.',
      seen: {
        status: 429,
        body: '{"error":{"code":"rate_limit","message":"Request rate limit exceeded.","type":"invalid_request_error"}}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['api_key_expired'],
      explanation:
        'The key was rolled and its time is over: take the new one from the dashboard. Stripe also rolls keys that were found in public.',
      seen: '{"error":{"code":"api_key_expired","message":"Expired API Key provided: sk_live_********abcd","type":"invalid_request_error"}}',
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /Invalid API Key provided/i,
      explanation: 'Stripe does not know the key: copy it whole, from the account and mode that you mean.',
      seen: '{"error":{"message":"Invalid API Key provided: sk_test_********abcd","type":"invalid_request_error"}}',
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      code: ['secret_key_required'],
      says: /publishable API key/i,
      explanation: 'A publishable key may only make tokens; this call needs the secret key.',
      seen: {
        sent: { Authorization: 'Bearer pk_live_abc' },
        body: '{"error":{"code":"secret_key_required","message":"This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.","type":"invalid_request_error"}}',
      },
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      code: ['testmode_charges_only', 'livemode_mismatch', 'platform_api_key_expired'],
      explanation:
        'Test and live mode know nothing of each other: use the key of the mode the objects belong to, and activate the account before charging live.',
      seen: {
        status: 400,
        body: '{"error":{"code":"testmode_charges_only","message":"Your account cannot currently make live charges.","type":"invalid_request_error"}}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['more_permissions_required'],
      says: /does not have the required permissions/i,
      explanation:
        'The restricted key lacks the permission, which the message names: tick it in the dashboard.',
      seen: {
        status: 403,
        body: '{"error":{"code":"more_permissions_required","message":"The provided key \'rk_live_********abcd\' does not have the required permissions for this endpoint on account \'acct_x\'. Having the \'rak_charge_read\' permission would allow this request to continue.","type":"invalid_request_error"}}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /You did not provide an API key/i,
      notSent: /./,
      explanation:
        'Stripe saw no key; it goes into Authorization: Bearer, or as user name of Basic with an empty password.',
      seen: {
        sent: {},
        body: '{"error":{"message":"You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. \'Authorization: Bearer YOUR_SECRET_KEY\').","type":"invalid_request_error"}}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /IP address/i,
      explanation: 'The key is restricted to certain addresses.',
      seen: {
        status: 403,
        body: '{"error":{"message":"The API key provided does not allow requests from your IP address.","type":"invalid_request_error"}}',
      },
    },
  ],
});
