import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const sent = { 'Client-Id': '836', 'Api-Key': '0296d4f2-70a1-4c09-b507-904fd05567b9' };
const seen = (
  code: number,
  message: string,
  status: number,
  fields: Readonly<Record<string, string>> = sent,
) => ({
  status,
  sent: fields,
  posted: '{"limit":100}',
  body: JSON.stringify({ code, message, details: [] }),
});

export const ozon = defineProvider({
  id: 'ozon',
  name: 'Ozon Seller API',
  category: 'commerce',
  address: 'https://api-seller.ozon.ru/v3/product/list',
  hosts: /^api-seller\.ozon\.ru$|^cb-api\.ozonru\.me$/,
  sources: ['https://docs.ozon.ru/api/seller/en/', 'https://github.com/diphantxm/ozon-api-client'],
  doors: ['field api-key', 'authorization bearer'],
  needs: [{ at: ['field client-id'], beside: 'field api-key' }],
  signs: [
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      says: /Client-Id and Api-Key headers are required/i,
      sent: /^field api-key: /,
      lacks: 'Client-Id',
      explanation: 'The seller’s number goes along in the field Client-Id.',
      seen: seen(16, 'Client-Id and Api-Key headers are required', 401, { 'Api-Key': sent['Api-Key'] }),
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Client-Id and Api-Key headers are required/i,
      notSent: /./,
      explanation: 'Two fields prove who asks: Client-Id and Api-Key.',
      seen: seen(16, 'Client-Id and Api-Key headers are required', 401, {}),
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /Invalid Api-Key, please (?:contact support|check the key)/i,
      explanation: 'The key is unknown, or is not that of the Client-Id beside it.',
      seen: seen(7, 'Invalid Api-Key, please contact support', 403),
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      says: /Api-key is deactivated/i,
      explanation: 'The key was switched off; keys end after half a year, or by hand. Make another.',
      seen: seen(7, 'Api-key is deactivated, use another one or generate a new one', 403),
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN + STATED,
      says: /Api-Key is missing a required role/i,
      explanation: 'The key was made for another role than this method wants; an Admin key covers all.',
      seen: seen(7, 'Api-Key is missing a required role for a method', 403),
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      says: /Api-Key is restricted to specific IP addresses/i,
      explanation: 'The key lists other addresses than the one that asks.',
      seen: seen(7, 'Api-Key is restricted to specific IP addresses', 403),
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /Company is blocked/i,
      explanation: 'The seller’s account is blocked.',
      seen: seen(7, 'Company is blocked, please contact support', 403),
    },
  ],
});
