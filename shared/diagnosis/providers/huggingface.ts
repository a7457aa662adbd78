import { STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const huggingface = defineProvider({
  id: 'huggingface',
  name: 'Hugging Face',
  category: 'ai',
  address: 'https://huggingface.co/api/whoami-v2',
  hosts: /(^|\.)(huggingface\.co|hf\.co)$/,
  fields: [['x-error-code', /^(GatedRepo|RepoNotFound)$/]],
  keys: [
    { form: /^hf_/, kind: 'access token', goes: ['authorization bearer'] },
    { form: /^api_org_/, kind: 'organisation token' },
  ],
  misleads: [
    { says: 'Invalid username or password.', means: 'Is said of a token, too.' },
    { says: '401 RepoNotFound', means: 'The repository may exist and be private.' },
  ],
  sources: [
    'https://github.com/huggingface/hub-docs/blob/b967d76667c62d51b8b2e93f360c6ed9fe225193/docs/hub/security-tokens.md',
    'https://huggingface.co/spaces/nnilayy/Deep-RL-Course-Certification',
  ],
  doors: ['authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid credentials in Authorization header|Invalid username or password/i,
      explanation:
        'Hugging Face does not know the token: mistyped, deleted, or found in public and withdrawn.',
      seen: {
        sent: { Authorization: 'Bearer hf_abcdefghijklmnopqrstuvwxyzABCDEFGH' },
        body: '{"error":"Invalid credentials in Authorization header"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /^x-error-code: GatedRepo$|Access to (?:model|dataset) .* is restricted|gated/i,
      explanation: 'The repository is gated: accept its conditions in the browser with the same account.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer hf_abcdefghijklmnopqrstuvwxyzABCDEFGH' },
        received: { 'X-Error-Code': 'GatedRepo' },
        body: 'Access to model meta-llama/Llama is restricted and you are not in the authorized list. Visit https://huggingface.co/meta-llama/Llama to ask for access.',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /does not have sufficient permissions|insufficient permission|fine-grained token/i,
      explanation: 'The token was made without this permission; edit the fine-grained token.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer hf_abcdefghijklmnopqrstuvwxyzABCDEFGH' },
        body: '{"error":"This authentication method does not have sufficient permissions to call Inference Providers on behalf of user kim"}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /exceeded your (?:monthly included|pre-paid) credits|have exceeded your .*credits/i,
      explanation: 'The account’s credit is used up.',
      seen: {
        status: 402,
        sent: { Authorization: 'Bearer hf_abcdefghijklmnopqrstuvwxyzABCDEFGH' },
        body: '{"error":"You have exceeded your monthly included credits for Inference Providers."}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: TOLD,
      status: [401],
      notSent: /./,
      explanation:
        'The repository is private, gated or does not exist; without a token Hugging Face does not say which.',
      seen: {
        sent: {},
        received: { 'X-Error-Code': 'RepoNotFound' },
        body: '{"error":"Repository not found"}',
      },
    },
  ],
});
