import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const tesla = defineProvider({
  id: 'tesla',
  name: 'Tesla Fleet API',
  category: 'device',
  address: 'https://fleet-api.prd.eu.vn.cloud.tesla.com/api/1/vehicles',
  hosts: /(^|\.)(tesla\.com|teslamotors\.com|tesla\.cn)$/,
  sources: [
    'https://github.com/teslamotors/vehicle-command/blob/d4e0f5e15427422004fe35e5c40037639f797658/README.md',
  ],
  doors: ['authorization bearer'],
  lives: { seconds: 28_800, ends: 'token-expired' },
  signs: [
    {
      cause: 'url-wrong',
      weight: PROVEN,
      says: /must be registered in the current region/i,
      explanation:
        'The app is not registered in the region of this host: call the host of the car’s region (…na, …eu or …cn), or register the app here as well with POST /api/1/partner_accounts.',
      seen: {
        status: 412,
        url: 'https://fleet-api.prd.na.vn.cloud.tesla.com/api/1/users/region',
        body: '{"error":"Account 2d08a8cc must be registered in the current region https://fleet-api.prd.na.vn.cloud.tesla.com, please see https://developer.tesla.com/docs/fleet-api/endpoints/partner-endpoints#register"}',
      },
    },
    {
      cause: 'url-wrong',
      weight: PROVEN,
      says: /user out of region|must be registered in the current region/i,
      explanation:
        'The account lives in another region; use the base address that the answer names, and register the app there.',
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /missing scopes?|Unauthorized missing scope/i,
      explanation: 'The owner has not granted this scope; send the owner through the consent once more.',
      seen: {
        status: 403,
        body: '{"response":null,"error":"Unauthorized missing scopes vehicle_device_data","error_description":""}',
      },
    },
    {
      cause: 'auth-method-retired',
      weight: STATED,
      says: /Vehicle Command Protocol required|command protocol required/i,
      explanation:
        'Newer cars take commands only when they are signed with a key that was paired with the car.',
      seen: {
        status: 403,
        body: '{"response":null,"error":"Tesla Vehicle Command Protocol required, please refer to the documentation here: https://developer.tesla.com","error_description":""}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /invalid bearer token|token expired/i,
      explanation: 'The access token is over after eight hours, or is one for another audience.',
      seen: '{"response":null,"error":"invalid bearer token","error_description":""}',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /mobile_access_disabled|vehicle_not_found|vehicles? (?:is|are) not owned/i,
      explanation: 'Mobile access is switched off in the car, or the car belongs to somebody else.',
      seen: {
        status: 403,
        body: '{"response":null,"error":"mobile_access_disabled","error_description":""}',
      },
    },
  ],
});
