import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const circleci = defineProvider({
  id: 'circleci',
  name: 'CircleCI',
  category: 'ci',
  address: 'https://circleci.com/api/v2/me',
  hosts: /(^|\.)circleci\.com$/,
  keys: [
    {
      form: /^CCIPAT_/,
      kind: 'personal token',
      goes: ['field circle-token', 'authorization basic', 'query circle-token'],
    },
    {
      form: /^CCIPRJ_/,
      kind: 'project token',
      goes: ['field circle-token', 'authorization basic', 'query circle-token'],
    },
  ],
  sources: [
    'https://github.com/circleci/circleci-docs/blob/dfd7835687986620f3651de032a80f1deab4aa99/jekyll/_cci2/managing-api-tokens.adoc',
  ],
  doors: ['field circle-token', 'authorization basic', 'authorization bearer', 'query circle-token'],
  signs: [
    {
      cause: 'token-type-wrong',
      weight: PROVEN + PROVEN + STATED,
      says: /You must log in first|(?:Project|Job|Pipeline|Workflow) not found/i,
      status: [401, 404],
      path: /^\/api\/v2\//,
      sent: /CCIPRJ_/,
      explanation: 'Version 2 of the API takes personal tokens (CCIPAT_…); this one is a project’s.',
      seen: {
        url: 'https://circleci.com/api/v2/me',
        sent: { 'Circle-Token': 'CCIPRJ_8wYhD5gF6eUaZx81kQp07v_4f2b9d1c7a6e5f3b8c0d2e4f6a8b1c3d5e7f9a0b' },
        body: '{"message":"You must log in first."}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN + PROVEN,
      says: /Project not found/i,
      status: [404],
      sent: /./,
      explanation:
        'CircleCI hides what the token’s user may not see, and does not know a project that nobody set up: follow it, or write vcs, organisation and name as the address bar does.',
      seen: {
        status: 404,
        sent: { 'Circle-Token': 'CCIPAT_abcdefgh_0123456789' },
        body: '{"message":"Project not found"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid token provided/i,
      explanation: 'CircleCI does not know the token.',
      seen: {
        sent: { 'Circle-Token': '0123456789abcdef0123456789abcdef01234567' },
        body: '{"message":"Invalid token provided."}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /You must log in first/i,
      sent: /^(?:field|query) circle-token/,
      explanation:
        'CircleCI says so to a token, too, that it does not know: withdrawn, exchanged, or of another account.',
      seen: {
        sent: { 'Circle-Token': '0123456789abcdef0123456789abcdef01234567' },
        body: '{"message":"You must log in first."}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /You must log in first/i,
      notSent: /./,
      explanation: 'CircleCI saw no token; send it in Circle-Token.',
      seen: { sent: {}, body: '{"message":"You must log in first."}' },
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: TOLD,
      says: /You must log in first/i,
      sent: /^authorization authorization: bearer /i,
      explanation: 'CircleCI reads the token from Circle-Token, or as the user of Basic.',
      seen: {
        sent: { Authorization: 'Bearer CCIPAT_abcdefgh_0123456789' },
        body: '{"message":"You must log in first."}',
      },
    },
    {
      cause: 'token-type-wrong',
      weight: TOLD,
      says: /project (?:API )?token/i,
      explanation: 'Version 2 of the API takes personal tokens.',
      seen: {
        status: 403,
        sent: { 'Circle-Token': 'CCIPRJ_abcdefgh_0123456789' },
        body: '{"message":"Project tokens cannot be used with this endpoint."}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /Permission denied|Project not found/i,
      status: [403, 404],
      explanation: 'The user behind the token does not follow the project or lacks the role.',
      seen: {
        status: 403,
        sent: { 'Circle-Token': 'CCIPAT_abcdefgh_0123456789' },
        body: '{"message":"Permission denied"}',
      },
    },
  ],
});
