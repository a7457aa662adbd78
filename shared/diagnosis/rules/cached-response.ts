import { durationInWords } from '../durations.ts';
import { cacheMarkIn } from '../facts/cache-marks.ts';
import { cameAtOnce, madeLongBefore, passedUnderAnotherKey, replayedFrom } from '../facts/replayed.ts';
import { responseFieldPlace, responseValue, theServer } from '../facts.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { HINTED, STATED, TOLD } from '../weights.ts';

/** A stored refusal was replayed (RFC 9111 §3.5, §5.1). */
export const cachedResponse = defineRule({
  cause: 'cached-response',
  references: ['RFC 9111 §3.5', 'RFC 9111 §5.1', 'RFC 9211 §2.1'],
  explains: [
    'credentials-missing',
    'session-expired',
    'header-stripped',
    'scheme-mismatch',
    'server-misconfigured',
  ],
  phrases: [],
  examine(facts, heard) {
    const age = Number(responseValue(facts, 'Age') ?? '0');
    const aged = Number.isFinite(age) && age > 0;
    const mark = cacheMarkIn(facts.response?.fields ?? []);
    const twin = replayedFrom(facts);
    const passed = passedUnderAnotherKey(facts);
    const old = madeLongBefore(facts);
    if (!aged && mark === undefined && twin === undefined && passed === undefined && old === undefined)
      return undefined;
    return support(
      [
        ...heard,
        aged &&
          weigh(
            STATED,
            `Age is ${age}: the answer was made ${durationInWords(age)} before it was sent`,
            responseFieldPlace(facts, 'Age'),
          ),
        mark !== undefined &&
          weigh(
            TOLD,
            `${mark.name} says that it comes from a cache: ${mark.value}`,
            responseFieldPlace(facts, mark.name),
          ),
        twin !== undefined &&
          weigh(STATED, `An earlier refusal carries the very same ${twin.field}`, {
            in: 'field',
            exchange: twin.index,
            side: 'response',
            name: twin.field,
          }),
        twin !== undefined &&
          facts.credentials.length > 0 &&
          weigh(
            HINTED,
            'A credential is sent now',
            facts.credentials[0]?.place ?? responseFieldPlace(facts, twin.field),
          ),
        passed !== undefined &&
          weigh(STATED, 'The same call with one more parameter in its address passed', {
            in: 'status',
            exchange: passed,
          }),
        old !== undefined &&
          weigh(
            TOLD + HINTED,
            `Date is ${durationInWords(old)} before the request`,
            responseFieldPlace(facts, 'Date'),
          ),
        old !== undefined &&
          cameAtOnce(facts) &&
          weigh(HINTED, 'The answer was there at once, as no network brings it', {
            in: 'timing',
            exchange: facts.index,
          }),
      ],
      {
        title:
          aged || old !== undefined
            ? `The refusal is ${durationInWords(aged ? age : (old ?? 0))} old: it comes from a cache`
            : `The refusal comes from a cache, not from ${theServer(facts)}`,
        explanation:
          'A cache on the way, or a service worker in the browser, stored a refusal and replays it to everybody, whatever they send. The server has not seen this request. Refusals should carry Cache-Control: no-store; until then another query string or a purge brings the server’s own answer.',
        remedies: [
          { id: 'add-field', values: { name: 'Cache-Control', value: 'no-cache' } },
          { id: 'retry' },
          { id: 'report' },
        ],
      },
    );
  },
});
