import { emptyDraft, splitUrl, type Draft, type DraftBody, type Switchable } from '../workspace/draft.ts';
import { plainSecret } from '../workspace/secret.ts';
import type { Importer, Pasted } from './importer.ts';
import { NotReadable, PsReader, psText, type PsStatement, type PsValue } from './powershell-script.ts';

const sending = /\b(?:Invoke-WebRequest|Invoke-RestMethod|iwr|irm)\s/i;
/** A script may begin with a comment, an assignment or the command itself. */
const beginning = /^(?:[#$]|Invoke-|iwr\s|irm\s)/i;
const senders = new Set(['invoke-webrequest', 'invoke-restmethod', 'iwr', 'irm']);

/** A script with Invoke-WebRequest or Invoke-RestMethod, as browsers copy it and as people write it. Nothing is run. */
export const fromPowershell: Importer = {
  form: 'powershell',
  read(text, newId) {
    if (!beginning.test(text) || !sending.test(text.slice(0, 20_000))) return undefined;
    const reader = new PsReader(text);
    try {
      return requestOf(reader.statements(), reader.unknown, newId);
    } catch (error) {
      if (!(error instanceof NotReadable)) throw error;
      const line = text.replace(/\r\n?/g, '\n').slice(0, error.at).split('\n').length;
      return {
        kind: 'unknown',
        why: `Line ${line} of the PowerShell script is more than a value: put the value there and paste it again.`,
      };
    }
  },
};

const requestOf = (
  statements: readonly PsStatement[],
  unknown: ReadonlySet<string>,
  newId: () => string,
): Pasted | undefined => {
  const commands = statements.flatMap((one) =>
    one.kind === 'command' && senders.has(one.name) ? [one] : [],
  );
  const read = commands.map((command) => draftOf(command, sessionOf(statements), newId()));
  const [first, ...further] = read;
  if (first === undefined) return undefined;
  const lacking = read.find(({ draft }) => !/^https?:\/\//i.test(draft.url));
  if (lacking !== undefined)
    return {
      kind: 'unknown',
      why: 'The command names no absolute address: add -Uri with https:// and the host.',
    };
  return {
    kind: 'request',
    from: 'powershell',
    draft: first.draft,
    further: further.map(({ draft }) => draft),
    notes: [
      ...[...unknown].map((name) => `${name} is a variable that the script does not set: fill it in.`),
      ...new Set(read.flatMap(({ notes }) => notes)),
    ],
  };
};

interface Session {
  readonly agent?: string;
  readonly cookies: readonly string[];
}

/** What the script puts into its web session. */
const sessionOf = (statements: readonly PsStatement[]): Session => {
  const cookies = statements.flatMap((one) => {
    if (one.kind !== 'call' || !one.of.endsWith('.cookies.add')) return [];
    const cookie = one.given.at(-1);
    if (typeof cookie !== 'object' || cookie === null || !('made' in cookie)) return [];
    return [cookie.from.slice(0, 2).map(psText).join('=')];
  });
  const agent = statements.findLast((one) => one.kind === 'assign' && one.to.endsWith('.useragent'));
  return { cookies, ...(agent?.kind === 'assign' ? { agent: psText(agent.value) } : {}) };
};

type Command = Extract<PsStatement, { kind: 'command' }>;

/** Parameters that say nothing of the request. */
const quiet =
  /^(?:usebasicparsing|websession|sessionvariable|outfile|passthru|verbose|debug|erroraction|skiphttperrorcheck|responseheadersvariable|statuscodevariable|disablekeepalive|authentication|token|allowunencryptedauthentication)$/;

const known = new Set([
  'uri',
  'method',
  'custommethod',
  'headers',
  'body',
  'contenttype',
  'useragent',
  'infile',
  'form',
  'maximumredirection',
  'timeoutsec',
  'skipcertificatecheck',
  'proxy',
]);

const draftOf = (
  command: Command,
  session: Session,
  id: string,
): { readonly draft: Draft; readonly notes: readonly string[] } => {
  const given = new Map(command.named);
  const text = (name: string): string | undefined => {
    const value = given.get(name);
    return value === undefined || value === true ? undefined : psText(value);
  };
  const address = text('uri') ?? psText(command.given[0] ?? '');
  const method = text('custommethod') ?? text('method') ?? 'GET';
  const fields = fieldsOf(given.get('headers') ?? null);
  const add = (name: string, value: string | undefined): void => {
    const taken = fields.some((field) => field.name.toLowerCase() === name.toLowerCase());
    if (value !== undefined && value !== '' && !taken) fields.push({ name, value, on: true });
  };
  add('Content-Type', text('contenttype'));
  add('User-Agent', text('useragent') ?? session.agent);
  add('Cookie', session.cookies.join('; '));
  const { url, params } = splitUrl(address);
  const asQuery = /^get$/i.test(method) ? pairsOf(given.get('body') ?? null) : [];
  const base = emptyDraft(id);
  const hops = Number(text('maximumredirection') ?? 5);
  const seconds = Number(text('timeoutsec') ?? 0);
  const proxy = text('proxy');
  return {
    draft: {
      ...base,
      method,
      url,
      params: [...params, ...asQuery],
      fields,
      body: asQuery.length > 0 ? { kind: 'none' } : bodyOf(given),
      auth: authOf(text('authentication'), text('token')),
      settings: {
        ...base.settings,
        followRedirects: hops !== 0,
        maxRedirects: Math.min(Math.max(hops, 0), 50),
        ...(seconds > 0 ? { timeoutMs: Math.min(seconds * 1000, 3_600_000) } : {}),
        verifyTls: given.get('skipcertificatecheck') !== true,
        ...(proxy === undefined ? {} : { proxy: { url: proxy, username: '', password: plainSecret('') } }),
      },
    },
    notes: command.named
      .filter(([name]) => !known.has(name) && !quiet.test(name))
      .map(([name]) => `-${name} is not carried over.`),
  };
};

const authOf = (scheme: string | undefined, token: string | undefined): Draft['auth'] =>
  token !== undefined && /^(?:bearer|oauth)$/i.test(scheme ?? '')
    ? { kind: 'own', scheme: 'bearer', settings: { token: plainSecret(token), prefix: 'Bearer' } }
    : { kind: 'none' };

const pairsOf = (value: PsValue): Switchable[] =>
  typeof value === 'object' && value !== null && 'hash' in value
    ? value.hash.map(([name, one]) => ({ name, value: psText(one), on: true }))
    : [];

/** Of the request line, as browsers list it among the fields of HTTP/2. */
const pseudo = ['authority', 'method', 'path', 'scheme'];

const fieldsOf = (value: PsValue): Switchable[] => {
  const pairs = pairsOf(value);
  const names = new Set(pairs.map(({ name }) => name));
  return pseudo.every((name) => names.has(name)) ? pairs.filter(({ name }) => !pseudo.includes(name)) : pairs;
};

/** A text is a form unless the command says otherwise (Invoke-WebRequest, -Body). */
const bodyOf = (given: ReadonlyMap<string, PsValue>): DraftBody => {
  const form = pairsOf(given.get('form') ?? null);
  if (form.length > 0)
    return { kind: 'multipart', parts: form.map(({ name, value }) => ({ name, value, on: true })) };
  const file = given.get('infile');
  if (file !== undefined) return { kind: 'file', path: psText(file), contentType: '' };
  const body = given.get('body');
  if (body === undefined || body === null) return { kind: 'none' };
  const fields = pairsOf(body);
  if (fields.length > 0) return { kind: 'form', fields };
  return { kind: 'text', text: psText(body), contentType: 'application/x-www-form-urlencoded' };
};
