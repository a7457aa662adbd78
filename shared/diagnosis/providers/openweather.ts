import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const openweather = defineProvider({
  id: 'openweather',
  name: 'OpenWeather',
  category: 'data',
  address: 'https://api.openweathermap.org/data/2.5/weather',
  hosts: /(^|\.)openweathermap\.org$/,

  misleads: [
    {
      says: 'Invalid API key',
      means:
        'Said, too, of a new key for some hours, and of a plan that does not include the call, such as One Call 3.0.',
    },
  ],
  sources: [
    'https://openweathermap.org/faq',
    'https://openweathermap.org/faq.md',
    'https://github.com/home-assistant/core/issues/114508',
  ],
  doors: ['query appid', 'field x-api-key'],
  signs: [
    {
      cause: 'url-wrong',
      weight: PROVEN + HINTED,
      says: /Invalid API key/i,
      path: /^\/data\/2\.5\/onecall/,
      explanation:
        'One Call 2.5 was closed in 2024 and opens for no newer key: call /data/3.0/onecall, which wants a subscription of its own.',
      seen: {
        url: 'https://api.openweathermap.org/data/2.5/onecall?lat=53.8&lon=-1.55&appid=ba24c6018ddd72041749018d0c1b1ef8',
        sent: {},
        body: '{"cod":401, "message": "Invalid API key. Please see https://openweathermap.org/faq#error401 for more info."}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /One Call 3\.0 requires a separate subscription|Please note that using One Call|subscription (?:plan )?does not/i,
      explanation:
        'This call needs a subscription of its own, One Call by Call; the key is good for the free ones.',
      seen: {
        status: 401,
        url: 'https://api.openweathermap.org/data/2.5/weather?q=Bern&appid=0123456789abcdef0123456789abcdef',
        sent: {},
        body: '{"cod":401,"message":"Please note that using One Call 3.0 requires a separate subscription to the One Call by Call plan. Learn more here https://openweathermap.org/price. If you have a valid subscription to the One Call by Call plan, but still receive this error, then please see https://openweathermap.org/faq#error401 for more info."}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /Your account is temporary blocked/i,
      explanation: 'The plan’s requests are used up; wait or choose a larger plan.',
      seen: {
        status: 429,
        url: 'https://api.openweathermap.org/data/2.5/weather?q=Bern&appid=0123456789abcdef0123456789abcdef',
        sent: {},
        body: '{"cod":429,"message":"Your account is temporary blocked due to exceeding of requests limitation of your subscription type."}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid API key|apiKeyInvalid|Not Authorized - Invalid Token|Invalid Application-ID or API key|EAPI:Invalid key/i,
      explanation:
        'OpenWeather does not know the key, or not yet: a new one works after some hours and a confirmed e-mail; One Call 3.0 and the pro endpoints need a subscription of their own.',
      seen: {
        status: 401,
        url: 'https://api.openweathermap.org/data/2.5/weather?q=Bern&appid=0123456789abcdef0123456789abcdef',
        sent: {},
        body: '{"cod":401,"message":"Invalid API key. Please see https://openweathermap.org/faq#error401 for more info."}',
      },
    },
  ],
});
