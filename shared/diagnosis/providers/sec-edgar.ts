import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const page = (title: string) =>
  `<!DOCTYPE html><html><head><title>SEC.gov | ${title}</title></head><body><h1>${title}</h1><p>To allow for equitable access to all users, SEC reserves the right to limit requests originating from undeclared automated tools.</p></body></html>`;
const seen = (title: string) => ({
  status: 403,
  url: 'https://www.sec.gov/cgi-bin/browse-edgar?action=getcurrent',
  sent: { 'User-Agent': 'python-requests/2.31.0' },
  received: { 'Content-Type': 'text/html' },
  body: page(title),
});

export const secEdgar = defineProvider({
  id: 'sec-edgar',
  name: 'SEC EDGAR',
  category: 'data',
  address: 'https://data.sec.gov/submissions/CIK0000320193.json',
  hosts: /^(?:www|data|efts)\.sec\.gov$/,
  few: 'It asks for no credential.',
  sources: [
    'https://www.sec.gov/os/webmaster-faq#developers',
    'https://www.sec.gov/search-filings/edgar-search-assistance/accessing-edgar-data',
  ],
  signs: [
    {
      cause: 'rate-limited',
      weight: PROVEN + STATED,
      says: /Request Rate Threshold Exceeded/i,
      explanation: 'Ten requests a second are allowed; after ten quiet minutes it answers again.',
      seen: seen('Request Rate Threshold Exceeded'),
    },
    {
      cause: 'client-not-allowed',
      weight: PROVEN,
      says: /Request Originates from an Undeclared Automated Tool/i,
      explanation:
        'User-Agent must name a company and an address to write to: “Sample Company admin@example.com”.',
      seen: seen('Your Request Originates from an Undeclared Automated Tool'),
    },
  ],
});
