import type { Cause } from '../causes.ts';
import type { HeaderFault, HeaderFaultKind } from '../facts/header-faults.ts';
import type { Facts } from '../facts.ts';
import { anyOf } from '../any-of.ts';
import { hostOf, requestFieldPlace, serverCredentials, theServer } from '../facts.ts';
import { isPrescribed, keyFormOf, makerAt } from '../providers/keys.ts';
import { saysNothingSeen } from '../facts/absence.ts';
import { acceptedAnywhere } from '../facts/accepted-before.ts';
import { bareAccepted } from '../facts/accepted-kind.ts';
import { missedScheme } from '../facts/missed-scheme.ts';
import { prescribedSchemes } from '../facts/prescribed-schemes.ts';
import { sameKind } from '../facts/schemes-asked.ts';
import { statedStart } from '../facts/stated-start.ts';
import { statementEvidence } from '../heard.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { HINTED, PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';

const weights: Readonly<Record<HeaderFaultKind, number>> = {
  'scheme-doubled': PROVEN + 1,
  'scheme-missing': HINTED,
  'scheme-misspelled': PROVEN,
  'scheme-punctuated': PROVEN,
  'scheme-in-key': STATED,
  'field-name': PROVEN,
  address: STATED,
  'plus-lost': STATED,
  'space-missing': PROVEN,
  'spaces-several': SUGGESTED,
  quoted: PROVEN,
  wrapped: PROVEN,
  'name-in-value': PROVEN,
  'line-break': PROVEN,
  'escape-sequence': PROVEN,
  'percent-encoded': STATED,
  'sign-behind': STATED,
  'white-space': STATED,
  invisible: PROVEN,
  'not-ascii': PROVEN,
  'encoded-again': PROVEN,
  'basic-not-base64': PROVEN,
  'basic-not-encoded': PROVEN + 0.5,
  'basic-without-colon': STATED,
  'basic-with-line-break': STATED,
  'basic-quoted': TOLD,
  'basic-spaced': STATED,
  'basic-scheme-inside': PROVEN,
  'basic-encoded-twice': PROVEN,
  'pair-malformed': STATED,
};

const lessons: Readonly<Record<HeaderFaultKind, string>> = {
  'scheme-doubled':
    'The client adds the scheme by itself and the value pasted into it holds it as well. The server takes the second word for the beginning of the token.',
  'scheme-missing':
    'Authorization is a scheme, a space and the credential. Without the scheme the server cannot tell how to read the value. Some APIs take a bare key in this field; this one refused it.',
  'scheme-misspelled':
    'A server knows its schemes by their exact names, in upper or lower case. A word that is none of them makes the whole field unreadable.',
  'scheme-punctuated': 'Between scheme and credential stands one space and nothing else (RFC 9110 §11.4).',
  'scheme-in-key':
    'A scheme belongs into Authorization. A field of its own for keys holds the key alone, so the server compares the word as part of it.',
  'field-name':
    'A sign stands before or behind the name of the field, so that no server finds the field under its name. It was left over from an option or a list.',
  'plus-lost':
    'In the query of an address a plus sign means a space, and so the server reads one in the value. Write it as %2B.',
  address:
    'A key is a run of letters and digits, not an address. The address of the page that shows the key was copied in its place.',
  'space-missing':
    'Between scheme and credential stands one space (RFC 9110 §11.4); without it both read as one unknown scheme.',
  'spaces-several':
    'One space belongs between scheme and credential (RFC 9110 §11.4). Some servers take the second for the beginning of the token.',
  quoted:
    'Quotation marks are part of the shell or of the configuration file, not of the token. Here they went out with it, so the server compares a longer text.',
  wrapped:
    'The program printed the object that holds the value instead of the value, or the brackets of a sample were left standing. Take out what is inside.',
  'name-in-value':
    'The line was copied whole, name and value, into the place for the value. The server takes the name for the beginning of the credential.',
  'line-break':
    'The value was read from a file or variable that ends its line. What follows the break reaches the server as another field or not at all.',
  'escape-sequence':
    'The characters of an escape sequence were sent as they stand; the shell or the file did not turn them into a line end, and a line end would be wrong there, too.',
  'percent-encoded':
    'Percent-encoding belongs into addresses and forms. In a header field the signs stand for themselves, so the server compares another text.',
  'sign-behind':
    'The sign ends a list or a statement in the place that the value was copied from. It went out as part of the credential.',
  'white-space': 'A token holds no white space. It was probably copied across a line end.',
  invisible:
    'A character that no screen shows came along with the value, usually when it was copied from a document or chat.',
  'not-ascii':
    'Tokens and keys are made of plain letters, digits and a few signs. A text editor or chat has put a typographic one in place of what was there.',
  'encoded-again':
    'Secret stores show and keep their values in Base64, and some clients encode by themselves. The server does not take this wrapping off: decode the value once before it is sent.',
  'basic-not-base64':
    'Behind Basic stands the Base64 text of user, colon, password (RFC 7617 §2). What was sent does not decode.',
  'basic-not-encoded': 'Basic wants user, colon, password as Base64 (RFC 7617 §2), not as plain text.',
  'basic-without-colon':
    'The decoded value of Basic is user, colon, password (RFC 7617 §2). A colon has to be there even where one half is empty.',
  'basic-with-line-break':
    'The text was encoded together with its line end, as echo without -n does, so the password is one character too long.',
  'basic-quoted':
    'The marks belong to the configuration file or the shell. They were encoded together with user and password, so the server compares longer ones.',
  'basic-spaced':
    'A space next to the colon or at an end is part of user or password for the server (RFC 7617 §2). It was probably typed or copied along.',
  'basic-scheme-inside':
    'Only user, colon and password are encoded (RFC 7617 §2); the scheme stands before the encoded text in plain.',
  'basic-encoded-twice':
    'User, colon and password are encoded once and together (RFC 7617 §2). The client encodes by itself, so it wants them plain.',
  'pair-malformed': 'The value does not have the form that this scheme prescribes.',
};

const repair = (fault: HeaderFault) =>
  fault.repaired === undefined
    ? []
    : [{ id: 'repair-header' as const, values: { name: fault.name, value: fault.repaired } }];

/** A bare value beside a signature is the name of a key, which needs no scheme. */
const signedBeside = ({ exchange }: Facts): boolean =>
  exchange.request.fields.some(({ name }) => /^(?:x-)?(?:[a-z]+-)*sign(?:ature)?$/i.test(name));

/** Faults where this host reads the field as usual: some vendors want their key bare. */
const faultsOf = (facts: Facts): readonly HeaderFault[] =>
  facts.headerFaults.filter(({ kind, name }) =>
    kind === 'scheme-missing'
      ? makerAt(hostOf(facts))?.bare !== true &&
        !wasRead(facts) &&
        !signedBeside(facts) &&
        !bareAccepted(facts)
      : !asPrescribed(facts, name) &&
        (kind !== 'percent-encoded' ||
          facts.token === undefined ||
          keyFormOf(facts.token.text)?.key.percent !== true),
  );

const asPrescribed = (facts: Facts, field: string): boolean =>
  facts.credentials.some(
    ({ in: where, name, value }) =>
      name === field &&
      isPrescribed(hostOf(facts), facts.url?.pathname ?? '', `${where} ${name.toLowerCase()}: ${value}`),
  );

/** Of the token itself only who has read it can say such things. */
const ofContent: ReadonlySet<Cause> = new Set<Cause>([
  'token-expired',
  'token-revoked',
  'token-signature-invalid',
  'token-audience-mismatch',
  'token-issuer-mismatch',
  'scope-insufficient',
]);

const wasRead = ({ readings }: Facts): boolean =>
  readings.some(({ cause, weight }) => ofContent.has(cause) && weight >= TOLD);

/** A value without scheme is wrong only where a scheme is asked for, or where the server sees nothing in it. */
const challenged = (facts: Facts, fault: HeaderFault): number =>
  fault.kind === 'scheme-missing' &&
  (facts.challenges.length > 0 || facts.token?.jwt !== undefined || saysNothingSeen(facts) !== undefined)
    ? SUGGESTED
    : 0;

/** A client's id and secret are told apart by the colon (RFC 6749 §2.3.1). */
const ofClient = (facts: Facts, { kind }: HeaderFault): number =>
  kind === 'basic-without-colon' && facts.tokenRequest ? PROVEN - STATED : 0;

/** The server's words show the field with another scheme than was sent. */
const wantsAnotherScheme = (facts: Facts): boolean => {
  const sent = facts.authorization?.parsed?.scheme ?? '';
  return (
    sent !== '' &&
    prescribedSchemes(facts)?.schemes.every((scheme) => !sameKind(scheme.toLowerCase(), sent)) === true
  );
};

/** As sent, the field follows the grammar of a scheme that every server knows: it is read as another one. */
const wellFormed = (facts: Facts): boolean =>
  /^(?:basic|bearer)$/.test(facts.authorization?.parsed?.scheme ?? '') && facts.headerFaults.length === 0;

/** The field breaks its own grammar (RFC 9110 §11.4, RFC 7617 §2, RFC 6750 §2.1). Visible in the request alone. */
export const headerMalformed = defineRule({
  cause: 'header-malformed',
  references: ['RFC 9110 §11.4', 'RFC 7617 §2', 'RFC 6750 §2.1'],
  explains: [
    'token-malformed',
    'scheme-mismatch',
    'credentials-missing',
    'client-authentication-failed',
    'token-signature-invalid',
    'header-stripped',
    'token-expired',
    'credentials-in-wrong-place',
    'required-header-missing',
    'server-misconfigured',
  ],
  phrases: [
    {
      says: /\bauthorization (?:header|field|value)\b[^.;]{0,24}\b(?:invalid|illegal|unexpected|forbidden|non-?ascii|disallowed) (?:characters?|bytes?|symbols?)\b/i,
      weight: STATED,
    },
    {
      says: /(?:new ?line|carriage return|line ?(?:feed|break)|control|illegal|invalid) ?(?:or [\w ]{0,20})?(?:character)?s? (?:was |were )?(?:detected |found )?in (?:the |an? )?(?:\w+ )?header|header injection/i,
      weight: STATED,
    },
    {
      says: /malformed ['"`]?authorization['"`]? (?:header|field)|invalid authorization value|not (?:given )?in the (?:correct|right|expected|proper) format[^.]{0,4}\. check the value of authorization|format of (?:the |your )?(?:provided |given )?(?:api |access |auth\w* )?(?:token|key|credentials?)\b[^.;]{0,20}(?:incorrect|invalid|wrong)/i,
      weight: TOLD,
    },
    {
      says: /\b(?:user ?name|user ?id|log-?in|credentials?|authorization)\b[^.;]{0,24}\b(?:must|should|has to|needs to) be (?:provided |given |sent |specified )?(?:in|of) the (?:following )?(?:format|form)\b|\b(?:credentials?|authorization|token)\b[^.;]{0,40}\bsyntax\b[^.;]{0,12}\b(?:not correct|incorrect|invalid|wrong|error)|(?:usuario|utilizador|benutzer\p{L}*|utilisateur|utente|login|логин|пользовател\p{L}*)[^.;]{0,30}(?:debe|deve|doit|muss|должен)[^.;]{0,20}(?:formato?|вид)/iu,
      weight: STATED,
    },
    {
      says: /(?:malformed|invalid|bad|incorrect|wrong|improper(?:ly formatted)?) (?:or missing )?(?:format (?:of|for|in) (?:the )?)?['"`]?authorization['"`]? (?:header|field)(?: (?:format|value|syntax))?|authorization header[^.]{0,40}(?:malformed|invalid format|incorrect format|wrong format|not (?:well[- ]formed|in the correct format)|must (?:start|begin)|format)/i,
      weight: SUGGESTED,
    },
    {
      says: /\b(?:api|access|application|client)[ _-]?(?:key|token)\b[^.;]{0,12}\b(?:must|should|has to|needs to) be (?:provided |given |sent )?(?:in|of) the (?:following )?(?:format|form)\b/i,
      weight: STATED + HINTED,
    },
    {
      says: anyOf({
        AuthorizationHeaderMalformed: /AuthorizationHeaderMalformed/i,
        'Bad Authorization header': /bad authorization header/i,
        'Format is Authorization: Bearer':
          /(?:format|expected)[^.;]{0,12}['"]?Authorization: (?:Bearer|Basic|Token)/i,
        IncompleteSignature: /IncompleteSignature/i,
        'Invalid token header.': /invalid (?:token )?header[.:]/i,
        'Token string should not contain spaces':
          /Token string should not contain (?:spaces|invalid characters)/i,
        'not correctly base64 encoded': /not correctly base64 encoded/i,
        'two space delimited': /two space delimited/i,
        'Bad auth format': /Bad (?:auth(?:orization)?|header) format/i,
        credentials_bad_scheme: /credentials_bad_scheme/i,
        'invalid key=value pair': /invalid key=value pair/i,
        "Authorization header requires 'Credential' parameter":
          /authorization header requires ['"`]\w+['"`] parameter/i,
      }),
      unless: /region/i,
      weight: TOLD,
    },
    { says: /IDX12741|illegal base64|base64[^.]{0,30}(?:invalid|decode|error)/i, weight: SUGGESTED },
  ],
  examine(facts, heard) {
    const faults = faultsOf(facts);
    const [first] = faults;
    const start = statedStart(facts);
    if (first === undefined && heard.length === 0 && start === undefined) return undefined;
    if (facts.placeholders.length > 0) return undefined;
    if (first === undefined && (wantsAnotherScheme(facts) || missedScheme(facts) !== undefined))
      return undefined;
    if (heard.length === 0 && acceptedAnywhere(facts) !== undefined) return undefined;
    return support(
      [
        ...heard,
        first === undefined &&
          facts.authorization !== undefined &&
          wellFormed(facts) &&
          weigh(-HINTED, 'The field follows the grammar of its scheme', facts.authorization.place),
        start !== undefined && {
          weight: PROVEN,
          evidence: statementEvidence(facts, start.said.statement, start.said.match[0]),
        },
        start !== undefined &&
          weigh(HINTED, 'What was sent begins otherwise', requestFieldPlace(facts, start.name)),
        ...faults.map((fault) =>
          weigh(
            weights[fault.kind] + challenged(facts, fault) + ofClient(facts, fault),
            `In ${fault.name} ${fault.fact}`,
            fault.place,
          ),
        ),
      ],
      first === undefined
        ? {
            title:
              start === undefined
                ? `${theServer(facts)} cannot read the form of ${serverCredentials(facts)[0]?.name ?? 'the credential'}`
                : `${start.name} does not begin with ${start.start}`,
            explanation:
              'The server says that the form of the field is wrong, not its content. Compare scheme, spaces and quoting with the documentation.',
            remedies: [{ id: 'fill-credentials' }, { id: 'report' }],
          }
        : {
            title: `${first.name} is malformed: ${first.fact}`,
            explanation: lessons[first.kind],
            remedies: [...faults.flatMap(repair), { id: 'fill-credentials' }],
          },
    );
  },
  foresee: (facts) =>
    facts.placeholders.length > 0
      ? []
      : faultsOf(facts).map((fault) => ({
          title: `${fault.name} is malformed: ${fault.fact}`,
          explanation: lessons[fault.kind],
          evidence: [{ text: `In ${fault.name} ${fault.fact}`, place: fault.place }],
          remedies: repair(fault),
          confidence: fault.kind === 'scheme-missing' ? 0.6 : 0.9,
        })),
});
