import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const sapGateway = defineProvider({
  id: 'sap-gateway',
  name: 'SAP Gateway and OData',
  category: 'productivity',
  address: 'https://my300000-api.s4hana.cloud.sap/sap/opu/odata/sap/API_BUSINESS_PARTNER/A_BusinessPartner',
  hosts: /(^|\.)(s4hana\.cloud\.sap|s4hana\.ondemand\.com|sapsf\.(com|eu)|successfactors\.(com|eu))$/,
  fields: [['sap-server'], ['sap-system'], ['x-csrf-token', /^Required$/i], ['sap-perf-fesrec']],
  challenge: /^Basic SAP (?:NetWeaver|Web) /i,
  misleads: [
    {
      says: '403 CSRF token validation failed',
      means: 'The session cookie of the request that fetched the token is missing as often as the token.',
    },
  ],
  sources: [
    'https://help.sap.com/saphelp_em92/helpdata/en/b3/5c22518bc72214e10000000a44176d/content.htm',
    'https://sap.github.io/cloud-sdk/docs/js/features/connectivity/csrf',
    'https://dev.to/eproxim/calling-sap-s4hana-odata-apis-from-python-for-non-sap-developers-mcb',
  ],
  doors: ['authorization basic', 'authorization bearer', 'authorization negotiate', 'field apikey'],
  signs: [
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /CSRF[- ]?token (?:validation failed|required)|Validierung des CSRF-Tokens fehlgeschlagen/i,
      explanation:
        'Fetch a token with a reading request and X-CSRF-Token: Fetch, and send it back together with the cookies of that answer.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { 'x-csrf-token': 'Required' },
        body: 'CSRF token validation failed',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /too many failed (?:logon )?attempts|user is locked|Password logon no longer possible|password (?:has )?expired|initial password/i,
      explanation: 'The user is locked after wrong logons, or must change the password first.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { 'sap-server': 'true' },
        body: '<html><head><title>Logon Error Message</title></head><body>Password logon no longer possible - too many failed attempts</body></html>',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Logon failed|Anmeldung fehlgeschlagen|Name or password is incorrect|Invalid credentials/i,
      explanation: 'User and password do not fit in this client; sap-client in the query names it.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { 'sap-server': 'true' },
        body: '<html><head><title>Logon failed</title></head><body>Logon failed. Your logon data was rejected.</body></html>',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN + HINTED,
      says: /No authorization (?:to|for)|not authorized to|Access denied|Keine Berechtigung/i,
      status: [403],
      explanation: 'The user’s roles lack the service (S_SERVICE) or the object behind it.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { 'sap-server': 'true' },
        body: '{"error":{"code":"/IWFND/MED/076","message":{"lang":"en","value":"No authorization to access Service \'ZAPI_BUSINESS_PARTNER\' version \'0001\'"}}}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /LGN0012|IP (?:address )?(?:restriction|is not allowed)/i,
      explanation: 'The company’s API login takes listed addresses only.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { 'sap-server': 'true' },
        body: '{"error":{"code":"LGN0012","message":"The IP address is not allowed."}}',
      },
    },
  ],
});
