import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const key = { 'Api-Key': 'mij33pjc3kOlup1qOKxnWWxvle2kFbMH', 'User-Agent': 'subs v1.0.0' };

export const opensubtitles = defineProvider({
  id: 'opensubtitles',
  name: 'OpenSubtitles',
  category: 'data',
  address: 'https://api.opensubtitles.com/api/v1/subtitles',
  hosts: /^(?:vip-)?api\.opensubtitles\.(?:com|org)$/,
  misleads: [
    { says: 'You cannot consume this service', means: 'The key in Api-Key is unknown, or there is none.' },
  ],
  sources: [
    'https://opensubtitles.stoplight.io/docs/opensubtitles-api',
    'https://github.com/a4k-openproject/a4kSubtitles/pull/76',
    'https://github.com/elgatito/plugin.video.elementum/issues/952',
    'https://github.com/morpheus65535/bazarr/issues/881',
  ],
  doors: ['field api-key', 'authorization bearer'],
  lives: { seconds: 86_400, ends: 'token-expired' },
  needs: [{ at: ['field api-key'], beside: 'authorization bearer' }],
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /You cannot consume this service/i,
      lacks: 'Api-Key',
      notSent: /./,
      explanation: 'Every call carries the application’s key in Api-Key, and its name in User-Agent.',
      seen: { status: 403, sent: {}, body: '{"message":"You cannot consume this service"}' },
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      says: /You cannot consume this service/i,
      lacks: 'Api-Key',
      sent: /^authorization /,
      explanation: 'Beside the user’s token every call carries the application’s key in Api-Key.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer eyJ0eXAiOiJKV1QifQ' },
        body: '{"message":"You cannot consume this service"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + STATED,
      says: /You cannot consume this service/i,
      sent: /^field api-key: /,
      explanation:
        'The key is not known: it was deleted, or is one of opensubtitles.org, whose users and keys are others.',
      seen: { status: 403, sent: key, body: '{"message":"You cannot consume this service"}' },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      status: [406, 407],
      says: /allowed \d+ subtitles for 24h|Download limit reached/i,
      explanation: 'The day’s downloads are used up; the answer says when there are new ones.',
      seen: {
        status: 406,
        url: 'https://api.opensubtitles.com/api/v1/download',
        sent: key,
        posted: '{"file_id":123}',
        body: '{"requests":5,"remaining":0,"message":"You have downloaded your allowed 5 subtitles for 24h.Your quota will be renewed in 09 hours and 57 minutes"}',
      },
    },
  ],
});
