import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (code: number, title: string, detail: string) => ({
  body: JSON.stringify({ errors: [{ code, title, detail, status: 401 }] }),
});

export const amadeus = defineProvider({
  id: 'amadeus',
  name: 'Amadeus',
  category: 'commerce',
  address: 'https://test.api.amadeus.com/v2/shopping/flight-offers',
  hosts: /(^|\.)api\.amadeus\.com$/,
  testHosts: /^test\./,
  sources: ['https://developers.amadeus.com/self-service/apis-docs/guides/developer-guides/common-errors/'],
  doors: ['authorization bearer'],
  lives: { seconds: 1_799, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /^code: 38192$|^(?:title|detail): (?:The )?access token (?:is )?expired/i,
      explanation: 'A token lives half an hour: fetch a new one.',
      seen: seen(38192, 'Access token expired', 'The access token is expired'),
    },
    {
      cause: 'token-rejected',
      weight: PROVEN,
      says: /^code: 38190$|^title: Invalid access token/i,
      explanation:
        'Amadeus does not know the token: it is of the other environment, or copied with a sign too few.',
      seen: seen(
        38190,
        'Invalid access token',
        'The access token provided in the Authorization header is invalid',
      ),
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /^code: 38191$|Missing or invalid format for mandatory Authorization header/i,
      notSent: /^authorization /,
      explanation: 'No Bearer token was sent.',
      seen: {
        sent: {},
        ...seen(38191, 'Invalid HTTP header', 'Missing or invalid format for mandatory Authorization header'),
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /^code: 38197$|API call not permitted for this token/i,
      explanation: 'The app was made without this interface, or the path is not one of it.',
      seen: { status: 403, ...seen(38197, 'Access denied', 'API call not permitted for this token') },
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      says: /Mandatory grant_type form parameter missing/i,
      explanation: 'The token endpoint reads a form: Content-Type must be application/x-www-form-urlencoded.',
      seen: {
        status: 400,
        url: 'https://test.api.amadeus.com/v1/security/oauth2/token',
        sent: {},
        posted: '{"grant_type":"client_credentials","client_id":"a1","client_secret":"b2"}',
        body: '{"error":"invalid_request","error_description":"Mandatory grant_type form parameter missing","code":38187,"title":"Invalid parameters"}',
      },
    },
    {
      cause: 'client-authentication-failed',
      weight: PROVEN,
      says: /^code: 38189$|Client credentials are invalid/i,
      explanation:
        'API key and secret do not fit: test and production have their own, and a new pair works some minutes after it was made.',
      seen: {
        url: 'https://test.api.amadeus.com/v1/security/oauth2/token',
        sent: {},
        posted: 'grant_type=client_credentials&client_id=a1&client_secret=b2',
        body: '{"error":"invalid_client","error_description":"Client credentials are invalid","code":38187,"title":"Invalid parameters"}',
      },
    },
  ],
});
