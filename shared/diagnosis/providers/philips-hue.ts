import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const philipsHue = defineProvider({
  id: 'philips-hue',
  name: 'Philips Hue bridge',
  category: 'device',
  address: 'https://192.168.1.20/api/Ht-Flaev-p7Vk5ryJinxKwlYdQupdEXL4c5lKLXL/lights',
  paths: /^\/(?:clip\/v2\/|api\/[\w-]{20,}\/lights)/,
  body: /"description"\s*:\s*"(?:unauthorized user|link button not pressed)"/,
  misleads: [
    { says: '200 OK', means: 'Errors of the first API come with 200; the type in the body counts.' },
  ],
  sources: [
    'https://app.unpkg.com/node-hue-api@5.0.0-beta.16/files/dist/cjs/HueError.js',
    'https://search.r-project.org/CRAN/refmans/PhilipsHue/html/create_user.html',
    'https://gist.github.com/mathiasschopmans/c0adfcd7eb346af3a053',
  ],
  few: 'The bridge knows two refusals.',
  doors: ['path', 'field hue-application-key', 'authorization bearer'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /unauthorized user/i,
      explanation:
        'The bridge does not know the user in the path: it is a name that the bridge made up when its button was pressed.',
      seen: {
        status: 200,
        sent: {},
        body: '[{"error":{"type":1,"address":"/lights","description":"unauthorized user"}}]',
      },
    },
    {
      cause: 'consent-missing',
      weight: PROVEN,
      says: /link button not pressed/i,
      explanation: 'Press the round button on the bridge and ask again within thirty seconds.',
      seen: {
        status: 200,
        url: 'https://192.168.1.20/api',
        sent: {},
        posted: '{"devicetype":"app#pc"}',
        body: '[{"error":{"type":101,"address":"","description":"link button not pressed"}}]',
      },
    },
  ],
});
