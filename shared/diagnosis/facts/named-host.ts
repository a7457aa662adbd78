import type { Facts } from '../facts.ts';
import { hostOf } from '../facts.ts';
import { areKin } from './environments.ts';
import type { Statement } from './statements.ts';

/** A host of the same owner that the answer tells to use in place of the one that was called. */
export interface NamedHost {
  readonly host: string;
  readonly statement: Statement;
}

/** Words that send the caller elsewhere. */
const elsewhere =
  /\b(?:use|call|try|switch to|(?:has |was |is )?(?:moved|relocated|migrated) to|send|make|direct|go to|request(?:s)? (?:to|at)|instead|must be|should be|correct|endpoint|host(?:name)?|region|data ?cent(?:er|re)|base url)\b|(?<!\p{L})(?:используйте|utilice|utilisez|verwenden sie|use[mn]? o|utilize|utilizzare|gebruik|użyj|kullanın)(?!\p{L})|请使用|請使用|ご利用|사용하|hosted (?:at|on)/iu;

const hosts = /\b((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,})\b(\/[\w./?=&%-]*)?/gi;

/** Right before the host: under another ending it may be anybody's. */
const directly = /(?:hosted|located|lives|served|use|try|call|moved|at|on|to|now)\s+(?:https?:\/\/)?$/i;

/** Pages for people, which answers often name as further reading. */
const pages =
  /^(?:www|docs?|developers?|dev|help|support|status|community|blog|learn|console|dashboard|app|platform|account|accounts|portal|admin|go|knowledge)\.|\.(?:html?|php|json|js|py|ts|java)$/i;

/** The last two labels: who runs all hosts below them. */
export const ownerOf = (host: string): string => host.split('.').slice(-2).join('.');

/** Words of a check on where a page came from: the host they name is the page's own. */
const ofOrigin = /\bcsrf\b|cross[- ]site|\bOrigin['"]? header|consider adding/i;

/** Words before an address at which a person reads on or asks. */
const furtherReading =
  /(?:support|help|docs?|documentation|see|visit|stuck|more|e-?mail|contact|read|sign up|account)\b[^.;]{0,40}$/i;

/** "use https://…", "the API is at https://…". */
const addresses =
  /(?:\b(?:use|call|try|switch to|send (?:it|them|requests) to|moved to|go to|utilice|utilisez|verwenden sie|utilize|utilizzare|gebruik)|используйте|użyj|请使用|請使用|\b(?:api|endpoint|service|interface) (?:is|lives|can be found) (?:at|under))[^.;]{0,24}?(https?:\/\/[^\s"'<>,;]+)/i;

/** Another address of the very host that was called, which the answer tells to use. */
export const namedAddress = (
  facts: Facts,
): { readonly url: string; readonly statement: Statement } | undefined => {
  for (const statement of facts.statements) {
    const url = statement.carrier === 'redirect' ? undefined : addresses.exec(statement.text)?.[1];
    if (url === undefined || !URL.canParse(url) || facts.url === undefined) continue;
    const { host, pathname } = new URL(url);
    if (host === facts.url.host && pathname.length > 1 && !facts.url.pathname.startsWith(pathname))
      return { url, statement };
  }
  return undefined;
};

export const namedHost = (facts: Facts): NamedHost | undefined => {
  const called = hostOf(facts);
  for (const statement of facts.statements) {
    if (statement.carrier === 'redirect' || !elsewhere.test(statement.text) || ofOrigin.test(statement.text))
      continue;
    for (const { 1: host = '', 2: path = '', index } of statement.text.matchAll(hosts)) {
      if (furtherReading.test(statement.text.slice(0, index))) continue;
      const lower = host.toLowerCase();
      if (
        lower !== called &&
        (ownerOf(lower) === ownerOf(called) ||
          (areKin(lower, called) && directly.test(statement.text.slice(0, index)))) &&
        !pages.test(lower) &&
        /^(?:\/(?:api|v\d)\b.*)?$/.test(path)
      )
        return { host: lower, statement };
    }
  }
  return undefined;
};
