import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const airplayReceiver = defineProvider({
  id: 'airplay-receiver',
  name: 'AirPlay Receiver',
  category: 'device',
  address: 'http://localhost:5000/',
  fields: [['server', /^AirTunes\//i]],
  sources: [
    'https://developer.apple.com/forums/thread/682332',
    'https://github.com/logandk/serverless-wsgi/issues/196',
  ],
  few: 'It has one answer for everybody but an AirPlay sender.',
  misleads: [
    {
      says: '403 Forbidden',
      means: 'macOS answers at ports 5000 and 7000 itself; the application that was meant is not there.',
    },
  ],
  signs: [
    {
      cause: 'url-wrong',
      weight: STATED,
      status: [401, 403],
      explanation:
        'AirPlay of macOS listens at ports 5000 and 7000 since version 12 and refuses whatever it does not know. Start the application at another port and call that, or switch the AirPlay Receiver off.',
      seen: {
        status: 403,
        sent: {},
        received: { Server: 'AirTunes/675.4.1', 'Content-Length': '0' },
        body: '',
      },
    },
  ],
});
