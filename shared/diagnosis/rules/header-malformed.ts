import type { HeaderFault, HeaderFaultKind } from '../facts/header-faults.ts';
import type { Facts } from '../facts.ts';
import { hostOf } from '../facts.ts';
import { makerAt } from '../providers/keys.ts';
import { acceptedAnywhere } from '../facts/accepted-before.ts';
import { prescribedSchemes } from '../facts/prescribed-schemes.ts';
import { sameKind } from '../facts/schemes-asked.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { HINTED, PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';

const weights: Readonly<Record<HeaderFaultKind, number>> = {
  'scheme-doubled': PROVEN + 1,
  'scheme-missing': HINTED,
  'scheme-punctuated': PROVEN,
  'space-missing': PROVEN,
  'spaces-several': SUGGESTED,
  quoted: STATED,
  'line-break': PROVEN,
  'escape-sequence': PROVEN,
  'white-space': STATED,
  invisible: PROVEN,
  'basic-not-base64': PROVEN,
  'basic-not-encoded': PROVEN + 0.5,
  'basic-without-colon': STATED,
  'basic-with-line-break': STATED,
  'pair-malformed': STATED,
};

const lessons: Readonly<Record<HeaderFaultKind, string>> = {
  'scheme-doubled':
    'The client adds the scheme by itself and the value pasted into it holds it as well. The server takes the second word for the beginning of the token.',
  'scheme-missing':
    'Authorization is a scheme, a space and the credential. Without the scheme the server cannot tell how to read the value. Some APIs take a bare key in this field; this one refused it.',
  'scheme-punctuated': 'Between scheme and credential stands one space and nothing else (RFC 9110 §11.4).',
  'space-missing':
    'Between scheme and credential stands one space (RFC 9110 §11.4); without it both read as one unknown scheme.',
  'spaces-several':
    'One space belongs between scheme and credential (RFC 9110 §11.4). Some servers take the second for the beginning of the token.',
  quoted:
    'Quotation marks are part of the shell or of the configuration file, not of the token. Here they went out with it, so the server compares a longer text.',
  'line-break':
    'The value was read from a file or variable that ends its line. What follows the break reaches the server as another field or not at all.',
  'escape-sequence':
    'The characters of an escape sequence were sent as they stand; the shell or the file did not turn them into a line end, and a line end would be wrong there, too.',
  'white-space': 'A token holds no white space. It was probably copied across a line end.',
  invisible:
    'A character that no screen shows came along with the value, usually when it was copied from a document or chat.',
  'basic-not-base64':
    'Behind Basic stands the Base64 text of user, colon, password (RFC 7617 §2). What was sent does not decode.',
  'basic-not-encoded': 'Basic wants user, colon, password as Base64 (RFC 7617 §2), not as plain text.',
  'basic-without-colon':
    'The decoded value of Basic is user, colon, password (RFC 7617 §2). A colon has to be there even where one half is empty.',
  'basic-with-line-break':
    'The text was encoded together with its line end, as echo without -n does, so the password is one character too long.',
  'pair-malformed': 'The value does not have the form that this scheme prescribes.',
};

const repair = (fault: HeaderFault) =>
  fault.repaired === undefined
    ? []
    : [{ id: 'repair-header' as const, values: { name: fault.name, value: fault.repaired } }];

/** Faults where this host reads the field as usual: some vendors want their key bare. */
const faultsOf = (facts: Facts): readonly HeaderFault[] =>
  makerAt(hostOf(facts))?.bare === true
    ? facts.headerFaults.filter(({ kind }) => kind !== 'scheme-missing')
    : facts.headerFaults;

/** A value without scheme is wrong only where a scheme is asked for. */
const challenged = (facts: Facts, fault: HeaderFault): number =>
  fault.kind === 'scheme-missing' && (facts.challenges.length > 0 || facts.token?.jwt !== undefined)
    ? SUGGESTED
    : 0;

/** The server's words show the field with another scheme than was sent. */
const wantsAnotherScheme = (facts: Facts): boolean => {
  const sent = facts.authorization?.parsed?.scheme ?? '';
  return (
    sent !== '' &&
    prescribedSchemes(facts)?.schemes.every((scheme) => !sameKind(scheme.toLowerCase(), sent)) === true
  );
};

/** The field breaks its own grammar (RFC 9110 §11.4, RFC 7617 §2, RFC 6750 §2.1). Visible in the request alone. */
export const headerMalformed = defineRule({
  cause: 'header-malformed',
  references: ['RFC 9110 §11.4', 'RFC 7617 §2', 'RFC 6750 §2.1'],
  phrases: [
    {
      says: /(?:malformed|invalid|bad|incorrect|wrong|improper(?:ly formatted)?) (?:or missing )?(?:format (?:of|for|in) (?:the )?)?['"`]?authorization['"`]? (?:header|field)(?: (?:format|value|syntax))?|authorization header[^.]{0,40}(?:malformed|invalid format|incorrect format|wrong format|not (?:well[- ]formed|in the correct format)|must (?:start|begin)|format)/i,
      weight: SUGGESTED,
    },
    {
      says: /AuthorizationHeaderMalformed|bad authorization header|(?:format|expected)[^.;]{0,12}['"]?Authorization: (?:Bearer|Basic|Token)|IncompleteSignature|invalid (?:token )?header[.:]|Token string should not contain (?:spaces|invalid characters)|not correctly base64 encoded|two space delimited|Bad (?:auth(?:orization)?|header) format|credentials_bad_scheme|invalid key=value pair/i,
      unless: /region/i,
      weight: TOLD,
    },
    { says: /IDX12741|illegal base64|base64[^.]{0,30}(?:invalid|decode|error)/i, weight: SUGGESTED },
  ],
  examine(facts, heard) {
    const faults = faultsOf(facts);
    const [first] = faults;
    if (first === undefined && heard.length === 0) return undefined;
    if (facts.placeholders.length > 0) return undefined;
    if (first === undefined && wantsAnotherScheme(facts)) return undefined;
    if (heard.length === 0 && acceptedAnywhere(facts) !== undefined) return undefined;
    return support(
      [
        ...heard,
        ...faults.map((fault) =>
          weigh(
            weights[fault.kind] + challenged(facts, fault),
            `In ${fault.name} ${fault.fact}`,
            fault.place,
          ),
        ),
      ],
      first === undefined
        ? {
            title: 'The server cannot read the credential’s header',
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
