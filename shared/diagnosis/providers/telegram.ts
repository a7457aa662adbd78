import { defineProvider } from './provider.ts';

export const telegram = defineProvider({
  id: 'telegram',
  name: 'Telegram Bot API',
  category: 'messaging',
  address: 'https://api.telegram.org/bot110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw/getMe',
  hosts: /(^|\.)telegram\.org$/,

  sources: ['https://core.telegram.org/bots/api'],
  signs: [],
});
