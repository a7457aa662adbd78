import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const pagbank = defineProvider({
  id: 'pagbank',
  name: 'PagBank (PagSeguro)',
  category: 'payment',
  address: 'https://api.pagseguro.com/orders',
  hosts: /^(?:sandbox\.)?api\.pagseguro\.com$|^ws\.(?:sandbox\.)?pagseguro\.uol\.com\.br$/,
  testHosts: /sandbox\./,
  sources: [
    'https://developer.pagbank.com.br/docs/solicitar-homologacao',
    'https://developer.pagbank.com.br/reference/codigos-de-erro',
    'https://github.com/pagseguro/pagseguro-sdk-php/issues/212',
    'https://github.com/cagartner/bagisto-pagseguro/issues/4',
  ],
  doors: ['authorization bearer', 'query token'],
  signs: [
    {
      cause: 'permission-denied',
      weight: PROVEN + STATED,
      says: /whitelist access required|allowlist_access_required/i,
      explanation:
        'The account is not let in to this API yet: after the tests PagBank opens it on request (homologação).',
      seen: {
        status: 403,
        posted: '{}',
        body: '{"error_messages":[{"code":"ACCESS_DENIED","description":"whitelist access required. Contact PagSeguro"}]}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /^(?:[\w.]*: )?Unauthorized$/i,
      sent: /^query token: /,
      host: /^ws\./,
      explanation:
        'E-mail and token are not of one account; the sandbox, which has a site of its own, has a token of its own.',
      seen: {
        url: 'https://ws.sandbox.pagseguro.uol.com.br/v2/sessions?email=shop%40example.com&token=9C3AD4BD5E6F708192A3B4C5D6E7F809',
        sent: {},
        posted: '',
        received: { 'Content-Type': 'text/html' },
        body: 'Unauthorized',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      code: ['UNAUTHORIZED'],
      sent: /^authorization authorization: bearer /i,
      host: /api\.pagseguro/,
      explanation: 'The token is of the other of sandbox and live, or a newer one was made.',
      seen: {
        posted: '{}',
        body: '{"error_messages":[{"code":"UNAUTHORIZED","description":"Invalid credential. Review AUTHORIZATION header"}]}',
      },
    },
  ],
});
