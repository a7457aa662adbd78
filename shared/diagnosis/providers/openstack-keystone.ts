import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const openstackKeystone = defineProvider({
  id: 'openstack-keystone',
  name: 'OpenStack Keystone',
  category: 'identity',
  address: 'https://keystone.example.com:5000/v3/auth/tokens',
  hosts: /^keystone\./,
  fields: [['x-openstack-request-id']],
  challenge: /^keystone/i,
  body: /The request you have made requires authentication/,
  sources: ['https://github.com/openstack/keystone/blob/master/keystone/exception.py'],
  lives: { seconds: 3_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /The request you have made requires authentication/i,
      path: /\/auth\/tokens|\/tokens$/,
      explanation:
        'Keystone gives one answer for a wrong password, an unknown user, a wrong domain and a project without role; the insecure_debug switch and its log tell more.',
      seen: {
        status: 401,
        posted:
          '{"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"anna","domain":{"id":"default"},"password":"keycard"}}}}}',
        sent: {},
        url: 'https://keystone.example.com:5000/v3/auth/tokens',
        body: '{"error":{"code":401,"title":"Unauthorized","message":"The request you have made requires authentication."}}',
      },
    },
    {
      cause: 'token-expired',
      weight: TOLD,
      says: /The request you have made requires authentication|Could not recognize Fernet token|Could not find token/i,
      sent: /^field x-(?:auth|subject)-token:/,
      explanation:
        'The token is over, withdrawn, or the Fernet keys were rotated away; a token lasts an hour.',
      seen: {
        status: 401,
        sent: { 'X-Auth-Token': 'gAAAAABlVLxAq' },
        url: 'https://nova.example.com/v2.1/servers',
        received: { 'X-Openstack-Request-Id': 'req-1' },
        body: '{"error":{"code":401,"title":"Unauthorized","message":"The request you have made requires authentication."}}',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /(?:The account is locked for user|The password is expired and needs to be changed for user|User \S+ is disabled)/i,
      explanation: 'The account is locked, disabled, or its password is over.',
      seen: {
        status: 401,
        posted:
          '{"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"anna","domain":{"id":"default"},"password":"keycard"}}}}}',
        sent: {},
        url: 'https://keystone.example.com:5000/v3/auth/tokens',
        body: '{"error":{"code":401,"title":"Unauthorized","message":"The account is locked for user: 0f1e."}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /You are not authorized to perform the requested action|Policy doesn't allow .* to be performed/i,
      explanation: 'The token’s project and role do not allow the action.',
      seen: {
        status: 403,
        sent: { 'X-Auth-Token': 'gAAAAABlVLxAq' },
        url: 'https://keystone.example.com:5000/v3/users',
        body: '{"error":{"code":403,"title":"Forbidden","message":"You are not authorized to perform the requested action: identity:list_users."}}',
      },
    },
    {
      cause: 'required-header-missing',
      weight: STATED,
      says: /Expecting to find (?:domain|auth|identity|methods) in/i,
      explanation: 'The login’s body lacks a part: user names need their domain in version 3.',
      seen: {
        status: 400,
        posted:
          '{"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"anna","domain":{"id":"default"},"password":"keycard"}}}}}',
        sent: {},
        url: 'https://keystone.example.com:5000/v3/auth/tokens',
        body: '{"error":{"code":400,"title":"Bad Request","message":"Expecting to find domain in user. The server could not comply with the request since it is either malformed or otherwise incorrect."}}',
      },
    },
    {
      cause: 'mfa-required',
      weight: STATED,
      says: /Additional authentications steps required/i,
      explanation: 'The user’s rules ask for a further method, such as totp.',
      seen: {
        status: 401,
        posted:
          '{"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"anna","domain":{"id":"default"},"password":"keycard"}}}}}',
        sent: {},
        url: 'https://keystone.example.com:5000/v3/auth/tokens',
        body: '{"error":{"code":401,"title":"Unauthorized","message":"Additional authentications steps required."}}',
      },
    },
  ],
});
