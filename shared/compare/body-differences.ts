import { textOfBody } from '../diagnosis/facts/response-body.ts';
import type { SentRequest } from '../exchange/exchange.ts';
import { valueOf } from '../exchange/fields.ts';
import { isRecord, parseJson } from '../exchange/json.ts';
import type { Draft, DraftBody } from '../workspace/draft.ts';
import type { Difference } from './difference.ts';
import { shownNamed, type ShownValue } from './shown-value.ts';

/** More members than these are one difference: the bodies are about different things then. */
const MOST = 12;

type Members = ReadonlyMap<string, string>;

const membersOf = (value: unknown): Members | undefined =>
  isRecord(value)
    ? new Map(Object.entries(value).map(([name, member]) => [name, JSON.stringify(member)]))
    : undefined;

const formOf = (request: SentRequest, text: string): Members | undefined =>
  /^application\/x-www-form-urlencoded/i.test(valueOf(request.fields, 'Content-Type') ?? '')
    ? new Map(new URLSearchParams(text))
    : undefined;

const withBody = (draft: Draft, body: DraftBody): Draft => ({ ...draft, body });

const contentTypeOf = (body: DraftBody): string => {
  if (body.kind === 'text') return body.contentType;
  return body.kind === 'graphql' ? 'application/json' : '';
};

/** A typed Content-Type stays as it is: it is a difference of its own. */
const textBody = (draft: Draft, text: string): Draft =>
  withBody(
    draft,
    text === '' ? { kind: 'none' } : { kind: 'text', text, contentType: contentTypeOf(draft.body) },
  );

const bodyText = (draft: Draft, sent: string): string =>
  draft.body.kind === 'text' ? draft.body.text : sent;

/** Bodies by member where both are JSON objects or forms, else as one. */
export const bodyDifferences = (mine: SentRequest, theirs: SentRequest): readonly Difference[] => {
  const [a, b] = [textOfBody(mine.body), textOfBody(theirs.body)];
  if (a === b) return [];
  // What comes from history is masked, and dots must not be sent for a secret.
  const isMasked = b.includes('••••');
  const whole: readonly Difference[] = [
    {
      id: 'body',
      kind: 'body',
      name: 'Body',
      mine: shownBody(a),
      theirs: shownBody(b),
      ...(isMasked ? {} : { apply: (draft: Draft) => textBody(draft, b) }),
    },
  ];
  const json = [membersOf(parseJson(a)), membersOf(parseJson(b))];
  const form = [formOf(mine, a), formOf(theirs, b)];
  const isJson = json[0] !== undefined && json[1] !== undefined;
  const [left, right] = isJson ? json : form;
  if (left === undefined || right === undefined) return whole;
  const names = [...new Set([...right.keys(), ...left.keys()])].filter(
    (name) => left.get(name) !== right.get(name),
  );
  if (names.length > MOST) return whole;
  // The same members in another order or spacing: only a signature could see that.
  if (names.length === 0)
    return whole.map((one) => ({
      ...one,
      id: 'body spelling',
      kind: 'spelling',
      name: 'Spelling of the body',
    }));
  return names.map((name) => ({
    id: `member ${name}`,
    kind: 'body',
    name: `Body, ${name}`,
    mine: shownMember(name, left.get(name)),
    theirs: shownMember(name, right.get(name)),
    ...(right.get(name)?.includes('••••') === true
      ? {}
      : {
          apply: (draft: Draft) =>
            textBody(draft, (isJson ? withMember : withPair)(bodyText(draft, a), name, right.get(name))),
        }),
  }));
};

const shownBody = (text: string): ShownValue | undefined =>
  text === '' ? undefined : shownNamed('body', text);

const shownMember = (name: string, value: string | undefined): ShownValue | undefined =>
  value === undefined ? undefined : shownNamed(name, value.replace(/^"|"$/g, ''));

/** `value` is JSON. */
const withMember = (text: string, name: string, value: string | undefined): string => {
  const before = parseJson(text);
  const rest = Object.entries(isRecord(before) ? before : {});
  const has = rest.some(([other]) => other === name);
  const parsed: unknown = value === undefined ? undefined : parseJson(value);
  const after = has || value === undefined ? rest : [...rest, [name, parsed] as const];
  return JSON.stringify(
    Object.fromEntries(
      after.flatMap(([other, old]) =>
        other !== name ? [[other, old]] : value === undefined ? [] : [[other, parsed]],
      ),
    ),
  );
};

const withPair = (text: string, name: string, value: string | undefined): string => {
  const pairs = new URLSearchParams(text);
  if (value === undefined) pairs.delete(name);
  else pairs.set(name, value);
  return pairs.toString();
};
