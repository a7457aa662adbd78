import { testRule } from './rule.test-support.ts';
import { consentMissing } from './consent-missing.ts';

testRule(consentMissing, {
  silent: { 'a bare 400': { status: 400 } },
  speaks: {
    consent_required: {
      given: {
        url: 'https://id.example.com/oauth/token',
        posted: 'grant_type=a',
        status: 400,
        body: { error: 'consent_required' },
      },
      title: /consented/,
    },
  },
});
