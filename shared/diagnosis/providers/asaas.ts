import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const key = { access_token: `$aact_prod_${'000MzkwODA2MWY2OGM3MWRlMDU2NWM3MzJl'.repeat(2)}` };
const seen = (code: string, description: string) => ({
  sent: key,
  body: JSON.stringify({ errors: [{ code, description }] }),
});

export const asaas = defineProvider({
  id: 'asaas',
  name: 'Asaas',
  category: 'payment',
  address: 'https://api.asaas.com/v3/customers',
  hosts: /^(?:api(?:-sandbox)?|sandbox|www)\.asaas\.com$/,
  testHosts: /sandbox/,
  keys: [
    { form: /^\$aact_prod_/, kind: 'API key', environment: 'live', goes: ['field access_token'] },
    { form: /^\$aact_hmlg_/, kind: 'API key', environment: 'test', goes: ['field access_token'] },
  ],
  misleads: [
    {
      says: 'invalid_access_token',
      means:
        'A key begins with a dollar sign, which a shell or a dotenv file takes for a variable: quote it.',
    },
  ],
  sources: ['https://docs.asaas.com/docs/authentication-2', 'https://docs.asaas.com/docs/error-codes'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['invalid_access_token', 'invalid_token'],
      explanation: 'Asaas does not know the key: it was made anew, or its dollar sign got lost on the way.',
      seen: seen('invalid_access_token', 'A chave de API informada é inválida'),
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN + PROVEN,
      code: ['invalid_environment'],
      explanation:
        'The key is of the other environment: $aact_prod_ is for api.asaas.com, $aact_hmlg_ for the sandbox.',
      seen: seen('invalid_environment', 'A chave de API informada não pertence a este ambiente'),
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      code: ['access_token_not_found'],
      notSent: /./,
      explanation: 'No key was sent: it goes in access_token.',
      seen: {
        ...seen('access_token_not_found', 'O cabeçalho de autenticação não foi encontrado na requisição'),
        sent: {},
      },
    },
  ],
});
