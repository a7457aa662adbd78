import type { Facts } from '../facts.ts';
import { statusPlace, theServer } from '../facts.ts';
import type { Finding } from '../diagnosis.ts';

/** The evidence supports no cause. Not a rule of its own: it takes what the others leave. */
export const unexplained = (facts: Facts, confidence: number): Finding => ({
  cause: 'unexplained',
  confidence,
  title:
    facts.status === undefined
      ? 'Nothing in the exchange says why it failed'
      : `Nothing in this ${facts.status} from ${theServer(facts)} says why the request was refused`,
  explanation:
    'The request is well-formed as far as can be seen, and the answer carries no reason: no challenge with an error, no code, no words that decide. To find out, change one thing at a time: send it without credentials, with a fresh token, by another path. The server’s log has the reason.',
  evidence: [
    {
      text:
        facts.status === undefined
          ? 'No answer came'
          : `The status is ${facts.status} and nothing further is said`,
      place: statusPlace(facts),
    },
  ],
  remedies: [{ id: 'report' }, { id: 'retry' }],
});
