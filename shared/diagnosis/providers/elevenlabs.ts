import { PROVEN, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const elevenlabs = defineProvider({
  id: 'elevenlabs',
  name: 'ElevenLabs',
  category: 'ai',
  address: 'https://api.elevenlabs.io/v1/user',
  hosts: /(^|\.)elevenlabs\.io$/,
  misleads: [{ says: '401 quota_exceeded', means: 'The key is good; its credits are used up.' }],
  sources: [
    'https://github.com/elevenlabs/elevenlabs-python/blob/7059dbaba46d06bdcda03b8cdb2dce06d21c07d2/README.md',
  ],
  doors: ['field xi-api-key', 'authorization bearer'],
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: TOLD,
      sent: /^authorization /,
      status: [401],
      explanation: 'ElevenLabs reads the key from xi-api-key.',
      seen: {
        sent: { Authorization: 'Bearer sk_abcdefghijklmnopqrstuvwxyz' },
        body: '{"detail":{"status":"needs_authorization","message":"Neither authorization header nor xi-api-key received, please provide one."}}',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: ['quota_exceeded', 'detected_unusual_activity', 'account_restricted'],
      explanation: 'The credits are used up, or the free plan was withdrawn for this network.',
      seen: {
        sent: { 'xi-api-key': 'sk_abcdefghijklmnopqrstuvwxyz' },
        body: '{"detail":{"status":"quota_exceeded","message":"This request exceeds your quota."}}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['missing_permissions'],
      explanation: 'The key was restricted; edit its permissions.',
      seen: {
        sent: { 'xi-api-key': 'sk_abcdefghijklmnopqrstuvwxyz' },
        body: '{"detail":{"status":"missing_permissions","message":"The API key you used is missing the permission user_read to execute this operation."}}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['invalid_api_key'],
      explanation: 'ElevenLabs does not know the key.',
      seen: {
        sent: { 'xi-api-key': 'sk_abcdefghijklmnopqrstuvwxyz' },
        body: '{"detail":{"status":"invalid_api_key","message":"Invalid API key"}}',
      },
    },
  ],
});
