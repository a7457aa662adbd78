import { acceptedAnywhere } from '../../facts/accepted-before.ts';
import { lookedAt } from '../../facts/as-to-nobody.ts';
import { handedTogether } from '../../facts/handed-together.ts';
import type { LostField } from '../../facts/lost-field.ts';
import { passedWithoutUnderscore, standsBetween } from '../../facts/lost-field.ts';
import { passedElsewhere } from '../../facts/passed-elsewhere.ts';
import type { Facts } from '../../facts.ts';
import { responseFieldPlace, responseValue } from '../../facts.ts';
import type { Said } from '../../heard.ts';
import { statementEvidence } from '../../heard.ts';
import type { Opinion, Weighed } from '../../rule.ts';
import { quoted, support, weigh } from '../../rule.ts';
import { HINTED, PROVEN, STATED, SUGGESTED, TOLD } from '../../weights.ts';

/** What becomes of a field between web server and application. */
export const lostInBetween =
  'Between web server and application the field got lost. Apache hands it to CGI and FastCGI programs only with CGIPassAuth On or a rewrite rule; content networks forward it only where their settings say so; gateways replace it with their own. The client can do nothing about it but use another field if the application offers one.';

/** A field that tells for whom the call is, or that it is meant, which was sent and is missed. */
export const ofContext = (facts: Facts, { statement, match }: Said, heard: readonly Weighed[]): Opinion =>
  support(
    [
      ...heard,
      { weight: PROVEN, evidence: statementEvidence(facts, statement, match[0]) },
      weigh(HINTED, 'The very field was sent', { in: 'status', exchange: facts.index }),
    ],
    {
      ...verdictOn('The field'),
      title: `The field that the answer misses was sent: ${quoted(statement.text, 80)}`,
    },
  );

/** A key in a field of its own, which the answer misses. */
export const ofOwnField = (
  facts: Facts,
  { sent, said, named, underscored }: LostField,
  heard: readonly Weighed[],
): Opinion => {
  const between = standsBetween(facts);
  const elsewhere = underscored ? acceptedAnywhere(facts) : undefined;
  const twin = underscored ? passedWithoutUnderscore(facts, sent) : undefined;
  if ((!named && !underscored && between === undefined) || handedTogether(facts) !== undefined)
    return support(heard, verdictOn(sent.name));
  return support(
    [
      ...heard,
      said !== undefined && {
        weight: named ? STATED : SUGGESTED,
        evidence: statementEvidence(facts, said.statement, said.match[0]),
      },
      elsewhere !== undefined &&
        weigh(STATED + HINTED, `${sent.name} was accepted at another door of the application`, {
          in: 'status',
          exchange: elsewhere.index,
        }),
      weigh(HINTED, `${sent.name} was sent`, sent.place),
      twin !== undefined &&
        weigh(STATED, 'The same key passed in a field without an underscore in its name', {
          in: 'status',
          exchange: twin.index,
        }),
      underscored &&
        weigh(
          SUGGESTED,
          `nginx and Apache leave out a field like ${sent.name}, with an underscore in its name`,
          sent.place,
        ),
      between !== undefined &&
        weigh(
          HINTED,
          between === 'Server'
            ? `Server is ${responseValue(facts, 'Server')}`
            : `${between} shows a network in between`,
          responseFieldPlace(facts, between),
        ),
    ],
    verdictOn(sent.name, underscored),
  );
};

/** A key that was taken without the network in between, and refused behind it without a word about the key. */
export const ofKeyPassedElsewhere = (facts: Facts, heard: readonly Weighed[]): Opinion => {
  const sent = facts.credentials.find(({ in: where }) => where === 'field');
  const between = standsBetween(facts);
  const elsewhere = passedElsewhere(facts);
  if (sent === undefined || between === undefined || elsewhere === undefined || lookedAt.test(facts.said))
    return support(heard, verdictOn('The key'));
  return support(
    [
      ...heard,
      weigh(TOLD, `The same ${sent.name} was accepted without this network in front`, {
        in: 'status',
        exchange: elsewhere.index,
      }),
      weigh(
        SUGGESTED,
        between === 'Server'
          ? `Server is ${responseValue(facts, 'Server')}`
          : `${between} shows a network in between`,
        responseFieldPlace(facts, between),
      ),
    ],
    {
      ...verdictOn(sent.name),
      title: `${sent.name} was sent, and the application answers as if it saw none`,
    },
  );
};

const verdictOn = (name: string, underscored = false) => ({
  title: `${name} was sent, and the application says it saw none`,
  explanation: underscored
    ? `Web servers leave out fields whose names hold an underscore, unless told otherwise (underscores_in_headers on), since environment variables cannot tell them from those with a hyphen. Name it ${name.replaceAll('_', '-')} if the application reads that, or have the server pass it on.`
    : lostInBetween,
  remedies: [{ id: 'report' as const }],
});
