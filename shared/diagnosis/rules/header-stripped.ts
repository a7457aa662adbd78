import { saysNothingSeen } from '../facts/absence.ts';
import { requestFieldPlace, responseFieldPlace, responseValue } from '../facts.ts';
import { sameKind } from '../facts/schemes-asked.ts';
import { statementEvidence } from '../heard.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { AGAINST, HINTED, SUGGESTED, TOLD } from '../weights.ts';

/** Servers that hand fields to a program by environment variables, which leaves Authorization out unless told otherwise. */
const gateways = /\bphp\b|php\/|apache|litespeed|fcgi|cgi|mod_wsgi|passenger|iis/i;

/** The Authorization field left the client and did not reach the application (RFC 3875 §4.1.18). */
export const headerStripped = defineRule({
  cause: 'header-stripped',
  references: ['RFC 3875 §4.1.18'],
  phrases: [],
  examine(facts, heard) {
    const { authorization } = facts;
    if (authorization === undefined || authorization.value.trim() === '') return undefined;
    const scheme = authorization.parsed?.scheme ?? '';
    const otherAsked =
      facts.challenges.length > 0 &&
      !facts.challenges.some(({ challenge }) => sameKind(challenge.scheme, scheme));
    const said = saysNothingSeen(facts);
    const told = said !== undefined && scheme !== '' && !otherAsked;
    const software = ['Server', 'X-Powered-By'].find((name) =>
      gateways.test(responseValue(facts, name) ?? ''),
    );
    const elsewhere = facts.earlier.findLast((one) => one.accepted && one.sameCredential && !one.sameOrigin);
    const edge = ['X-Amz-Cf-Id', 'CF-Ray', 'X-Served-By', 'X-Azure-Ref', 'Via'].find(
      (name) => responseValue(facts, name) !== undefined,
    );
    const php =
      /php/i.test(`${responseValue(facts, 'X-Powered-By') ?? ''} ${responseValue(facts, 'Server') ?? ''}`) &&
      /not authori[sz]ed/i.test(facts.said);
    return support(
      [
        ...heard,
        told && { weight: TOLD, evidence: statementEvidence(facts, said.statement, said.match[0]) },
        told &&
          weigh(
            HINTED,
            'Authorization was sent in the form that is asked for',
            requestFieldPlace(facts, authorization.name),
          ),
        told &&
          /(?:incorrect|invalid|wrong|bad)[^.]{0,20}(?:user|password|credential)|(?:password|credentials?)[^.]{0,16}(?:incorrect|invalid|wrong)/i.test(
            facts.said,
          ) &&
          weigh(
            AGAINST,
            'The server did look at a user and password',
            requestFieldPlace(facts, authorization.name),
          ),
        (told || php) &&
          software !== undefined &&
          weigh(
            php && !told ? SUGGESTED + HINTED : SUGGESTED,
            `${software} is ${responseValue(facts, software)}`,
            responseFieldPlace(facts, software),
          ),
        elsewhere !== undefined &&
          edge !== undefined &&
          weigh(TOLD, 'The same Authorization was accepted without this network in front', {
            in: 'status',
            exchange: elsewhere.index,
          }),
        elsewhere !== undefined &&
          edge !== undefined &&
          weigh(SUGGESTED, `${edge} shows a network in between`, responseFieldPlace(facts, edge)),
      ],
      {
        title: 'Authorization was sent, and the application says it saw none',
        explanation:
          'Between web server and application the field got lost. Apache hands it to CGI and FastCGI programs only with CGIPassAuth On or a rewrite rule; content networks forward it only where their settings say so; gateways replace it with their own. The client can do nothing about it but use another field if the application offers one.',
        remedies: [{ id: 'report' }],
      },
    );
  },
});
