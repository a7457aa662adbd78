import type { Facts } from '../facts.ts';
import { responseValue } from '../facts.ts';
import type { Said } from '../heard.ts';
import { acceptedAnywhere, acceptedBefore } from './accepted-before.ts';
import { saysNothingSeen } from './absence.ts';
import type { SentCredential } from './sent-credentials.ts';
import type { EarlierExchange } from './earlier.ts';
import type { Statement } from './statements.ts';

/** A key that left in a field of its own, and an answer that misses it. */
export interface LostField {
  readonly sent: SentCredential;
  /** Absent where the answer does not tell, and the field passed at another door. */
  readonly said: Said | undefined;
  /** The answer names the very field. */
  readonly named: boolean;
  /** nginx and Apache leave out fields whose names hold what environment variables cannot tell from a hyphen. */
  readonly underscored: boolean;
}

const misses =
  /missing|required|not (?:be )?(?:found|provided|present|set|supplied|sent|given|specified)|absent|empty|\bno\b|without|must (?:be|include|contain)|provide|expected|could not find|(?:please|must|should|need to) (?:send|pass|include|add|set|specify)/i;
const judges =
  /invalid|incorrect|wrong|expired|malformed|unknown|revoked|not valid|\ba valid\b|does not match|must be (?!sent|passed|given|provided|present|supplied|set|included|specified)/i;

/** Names that mean Authorization and that no server reads: nothing was lost on the way. */
const misspelling = /^(?:http[-_])?(?:x[-_])?auth[a-z]*$|^bearer$/i;

const plain = (name: string): string => name.toLowerCase().replaceAll('_', '-');

/** The same key passed in a field of the same name without what servers leave out. */
export const passedWithoutUnderscore = (
  facts: Facts,
  { name, value }: SentCredential,
): EarlierExchange | undefined =>
  facts.earlier.findLast(
    ({ accepted, sameOrigin, exchange }) =>
      accepted &&
      sameOrigin &&
      exchange.request.fields.some(
        (field) =>
          field.value === value &&
          !field.name.includes('_') &&
          plain(field.name).replaceAll('-', '') === plain(name).replaceAll('-', ''),
      ),
  );

/** The statement names this field and no other. */
const names = ({ text }: Statement, name: string): boolean => {
  const named: readonly string[] =
    plain(text).match(/[a-z][a-z0-9]*(?:-[a-z0-9]+)+|apikey|token|authorization/g) ?? [];
  return named.includes(plain(name)) && new Set(named).size === 1;
};

/** The field with the key that the answer says it lacks; absent where Authorization carries the credential. */
export const lostField = (facts: Facts): LostField | undefined => {
  if (facts.authorization !== undefined || acceptedBefore(facts) !== undefined) return undefined;
  const sent = facts.credentials.find(
    (one) => one.in === 'field' && one.value.trim() !== '' && !misspelling.test(one.name),
  );
  if (sent === undefined) return undefined;
  const underscored = sent.name.includes('_');
  // What another door of the application let pass is lost at this one.
  const before = underscored ? acceptedAnywhere(facts) : undefined;
  const naming = facts.statements.find(
    (one) => names(one, sent.name) && misses.test(one.text) && !judges.test(one.text),
  );
  const match = naming === undefined ? null : misses.exec(naming.text);
  if (naming !== undefined && match !== null)
    return { sent, said: { statement: naming, match }, named: true, underscored };
  const said = saysNothingSeen(facts);
  if (said !== undefined) return { sent, said, named: false, underscored };
  // Nothing is said of a key whose name a web server leaves out anyway.
  const unseen = underscored && dropsUnderscores(facts) && !judges.test(facts.said);
  return unseen || (before !== undefined && standsBetween(facts) !== undefined)
    ? { sent, said: undefined, named: false, underscored }
    : undefined;
};

/** Another field than one with a key, that was sent and that the answer misses by its name. */
export const lostContext = (facts: Facts): Said | undefined => {
  if (facts.exchange.request.unseen === true) return undefined;
  for (const statement of facts.statements) {
    if (statement.carrier === 'redirect' || judges.test(statement.text)) continue;
    const match = misses.exec(statement.text);
    if (match === null || !/\bheaders?\b|\bfields?\b/i.test(statement.text)) continue;
    const sent = facts.exchange.request.fields.some(
      ({ name, value }) =>
        name.includes('-') &&
        !ofEverybody.test(name) &&
        !facts.credentials.some((one) => one.name === name) &&
        value.trim() !== '' &&
        names(statement, name),
    );
    if (sent) return { statement, match };
  }
  return undefined;
};

/** Fields of HTTP itself: what an answer says of them is said of their value. */
const ofEverybody =
  /^(?:authorization|x-amz|content|accept|user-agent|cache|if|x-requested-with|x-forwarded|transfer|upgrade)(?:-|$)/i;

/** Software that stands in front of applications and passes on what its settings say. */
const front =
  /^(?:nginx|openresty|tengine|envoy|istio|caddy|traefik|haproxy|varnish|kong|apache|cloudfront)/i;

/** Fields by which networks and balancers show themselves. */
const edges: readonly string[] = [
  'X-Amz-Cf-Id',
  'CF-Ray',
  'X-Served-By',
  'X-Azure-Ref',
  'X-Vercel-Id',
  'X-Nf-Request-Id',
  'Via',
];

/** Both leave such fields out unless their settings say otherwise. */
const dropsUnderscores = (facts: Facts): boolean =>
  /^(?:nginx|openresty|tengine|apache)/i.test(responseValue(facts, 'Server') ?? '');

/** The field of the answer that shows what stands between. */
export const standsBetween = (facts: Facts): string | undefined =>
  edges.find((name) => responseValue(facts, name) !== undefined) ??
  (front.test(responseValue(facts, 'Server') ?? '') ? 'Server' : undefined);
