import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const ghost = defineProvider({
  id: 'ghost',
  name: 'Ghost',
  category: 'productivity',
  address: 'https://demo.ghost.io/ghost/api/admin/posts/',
  paths: /^\/ghost\/api\//,
  hosts: /\.ghost\.io$/,
  body: /"code":"(?:INVALID_AUTH_HEADER|INVALID_JWT|UNKNOWN_(?:CONTENT|ADMIN)_API_KEY)"/,
  sources: ['https://ghost.org/docs/admin-api/#token-authentication', 'https://ghost.org/docs/content-api/'],
  doors: ['authorization ghost', 'query key'],
  signs: [
    {
      cause: 'scheme-mismatch',
      weight: PROVEN,
      code: ['INVALID_AUTH_HEADER'],
      explanation: 'The admin interface reads the word Ghost before the token.',
      seen: '{"errors":[{"message":"Authorization header format is \\"Authorization: Ghost [token]\\"","type":"UnauthorizedError","code":"INVALID_AUTH_HEADER"}]}',
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Invalid token: jwt expired|maxAge exceeded/i,
      explanation: 'The token that the client signs for itself may live five minutes at most.',
      seen: '{"errors":[{"message":"Invalid token: jwt expired","type":"UnauthorizedError","code":"INVALID_JWT"}]}',
    },
    {
      cause: 'token-signature-invalid',
      weight: PROVEN,
      says: /Invalid token: invalid signature/i,
      explanation: 'The secret behind the colon of the admin key signs the token, decoded from hexadecimal.',
      seen: '{"errors":[{"message":"Invalid token: invalid signature","type":"UnauthorizedError","code":"INVALID_JWT"}]}',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['UNKNOWN_CONTENT_API_KEY', 'UNKNOWN_ADMIN_API_KEY', 'UNKNOWN_API_KEY'],
      explanation: 'The site has no such key.',
      seen: '{"errors":[{"message":"Unknown Content API Key","type":"UnauthorizedError","code":"UNKNOWN_CONTENT_API_KEY"}]}',
    },
  ],
});
