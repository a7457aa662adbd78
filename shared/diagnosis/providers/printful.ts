import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const body =
  '{"code":401,"result":"The access token provided is invalid.","error":{"reason":"Unauthorized","message":"The access token provided is invalid."}}';

export const printful = defineProvider({
  id: 'printful',
  name: 'Printful',
  category: 'commerce',
  address: 'https://api.printful.com/store/products',
  hosts: /^api\.printful\.com$/,
  few: 'It has one refusal.',
  sources: [
    'https://developers.printful.com/docs/#section/Authentication',
    'https://github.com/notrab/headless-dropshipping-starter/issues/60',
    'https://github.com/ynnoj/gatsby-source-printful/issues/81',
  ],
  doors: ['authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'scheme-mismatch',
      weight: PROVEN + PROVEN,
      status: [401],
      says: /The access token provided is invalid/i,
      sent: /^authorization authorization: basic /i,
      explanation: 'Basic was for the keys that ended in 2023; a token goes behind Bearer.',
      seen: {
        sent: { Authorization: 'Basic S3E3TG1UNHZCMXNacExjUjh3WWhENWdGNmVVYTlqTjJtWHE3a1Q0dg==' },
        body,
      },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN,
      status: [401],
      says: /The access token provided is invalid/i,
      sent: /^authorization authorization: bearer /i,
      explanation:
        'The token was deleted or is over; one of an account with several stores wants X-PF-Store-Id.',
      seen: { body },
    },
  ],
});
