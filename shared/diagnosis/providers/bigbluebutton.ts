import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const xml = { status: 200, sent: {}, received: { 'Content-Type': 'text/xml' } };

export const bigbluebutton = defineProvider({
  id: 'bigbluebutton',
  name: 'BigBlueButton',
  category: 'messaging',
  address: 'https://bbb.example.com/bigbluebutton/api/create?meetingID=a1&checksum=9c3ad4bd',
  paths: /^\/bigbluebutton\/api\//,
  hosts: /^bbb\d*\./,
  body: /<messageKey>(?:checksumError|invalidPassword|invalidMeetingIdentifier)<\/messageKey>/,
  sources: ['https://docs.bigbluebutton.org/development/api/'],
  few: 'The checksum is all that is checked.',
  signs: [
    {
      cause: 'signature-mismatch',
      weight: PROVEN,
      says: /checksumError|did not pass the checksum security check/i,
      explanation:
        'The checksum is the hash of the call’s name, the query as it is sent without checksum, and the secret of bbb-conf --secret: one of the three differs, or the query was encoded again.',
      seen: {
        ...xml,
        body: '<response><returncode>FAILED</returncode><messageKey>checksumError</messageKey><message>Checksums do not match</message></response>',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /^messageKey: invalidPassword$/i,
      explanation: 'The meeting has other passwords for its moderators and viewers.',
      seen: {
        ...xml,
        url: 'https://bbb.example.com/bigbluebutton/api/join?meetingID=a1&password=mp&checksum=9c3ad4bd',
        body: '<response><returncode>FAILED</returncode><messageKey>invalidPassword</messageKey><message>The supplied moderator password is incorrect.</message></response>',
      },
    },
  ],
});
