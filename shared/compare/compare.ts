import type { Attempt, Body, Exchange, Field } from '../exchange/exchange.ts';
import { responseOf } from '../exchange/exchange.ts';
import { fieldsNamed } from '../exchange/fields.ts';
import { maskField, maskText, maskUrl } from '../exchange/redact.ts';
import type { Span } from '../http-auth/auth.ts';
import { parseCredentials } from '../http-auth/credentials.ts';
import { decodeJwt, type Jwt } from '../token/jwt.ts';
import { differingSpans } from './differing-spans.ts';

/** Two attempts side by side, secrets masked already. Spans mark what differs. */
export interface Comparison {
  readonly sections: readonly ComparisonSection[];
}

export interface ComparisonSection {
  readonly title: 'Request' | 'Access token' | 'Response';
  /** "1 of 4 fields differs". */
  readonly note: string;
  readonly rows: readonly ComparisonRow[];
}

export interface ComparisonRow {
  readonly name: string;
  /** `name` crossed the wire (set in the wire face) or is the app's own word for it. */
  readonly wire: boolean;
  readonly left: Cell;
  readonly right: Cell;
  readonly differs: boolean;
}

export interface Cell {
  readonly text: string;
  readonly marks: readonly Span[];
  readonly absent?: true;
  /** What the app derived: a clock time, a size. */
  readonly note?: string;
}

type Side = Omit<Cell, 'marks'> & {
  /** What is compared; more than what is shown where secrets are masked. */ readonly key: string;
};

const absent: Side = { text: 'not present', key: '', absent: true };

const row = (name: string, wire: boolean, left: Side, right: Side): ComparisonRow => {
  const differs = left.key !== right.key || left.absent !== right.absent;
  const marks = differs ? differingSpans(left, right) : { left: [], right: [] };
  return { name, wire, differs, left: cell(left, marks.left), right: cell(right, marks.right) };
};

const cell = ({ text, absent: gone, note }: Side, marks: readonly Span[]): Cell => ({
  text,
  marks: gone ? [] : marks,
  ...(gone ? { absent: true as const } : {}),
  ...(note === undefined ? {} : { note }),
});

/** The exchange an attempt is judged by: its last one for the resource, else its last one. */
const decisive = (attempt: Attempt): Exchange | undefined =>
  attempt.exchanges.findLast((exchange) => exchange.purpose === 'resource') ?? attempt.exchanges.at(-1);

export const compareAttempts = (left: Attempt, right: Attempt): Comparison => {
  const [a, b] = [decisive(left), decisive(right)];
  if (a === undefined || b === undefined) return { sections: [] };
  const tokens = tokenRows(a, b);
  const sections: readonly ComparisonSection[] = [
    section('Request', 'field', requestRows(a, b)),
    ...(tokens.length === 0 ? [] : [section('Access token', 'claim', tokens)]),
    section('Response', 'field', responseRows(a, b)),
  ];
  return { sections };
};

const section = (
  title: ComparisonSection['title'],
  noun: 'field' | 'claim',
  rows: readonly ComparisonRow[],
): ComparisonSection => {
  const counted = rows.filter((r) => r.wire && r.name !== 'Body');
  const differing = counted.filter((r) => r.differs).length;
  const plural = counted.length === 1 ? noun : `${noun}s`;
  const others = rows.filter((r) => !counted.includes(r) && r.differs).map((r) => r.name.toLowerCase());
  const what =
    differing === 0 && others.length === 0
      ? 'nothing differs'
      : `${differing} of ${counted.length} ${plural} ${differing === 1 ? 'differs' : 'differ'}${others.length > 0 ? `, and the ${others.join(' and the ')}` : ''}`;
  return { title, note: what, rows };
};

const requestRows = (a: Exchange, b: Exchange): readonly ComparisonRow[] => [
  row('Method', false, text(a.request.method), text(b.request.method)),
  row(
    'URL',
    false,
    { text: maskUrl(a.request.url), key: a.request.url },
    { text: maskUrl(b.request.url), key: b.request.url },
  ),
  ...fieldRows(a.request.fields, b.request.fields),
  ...bodyRow(a.request.body, b.request.body),
];

const responseRows = (a: Exchange, b: Exchange): readonly ComparisonRow[] => {
  const [left, right] = [responseOf(a), responseOf(b)];
  return [
    row('Status line', false, statusSide(a), statusSide(b)),
    ...fieldRows(left?.fields ?? [], right?.fields ?? []),
    ...bodyRow(left?.body ?? { kind: 'none' }, right?.body ?? { kind: 'none' }),
  ];
};

const text = (value: string): Side => ({ text: value, key: value });

const statusSide = (exchange: Exchange): Side => {
  const response = responseOf(exchange);
  return response === undefined
    ? text('no answer')
    : text(`${response.httpVersion} ${response.status} ${response.reason}`.trimEnd());
};

const fieldRows = (left: readonly Field[], right: readonly Field[]): readonly ComparisonRow[] => {
  const names = new Map(
    [...left, ...right].toReversed().map((field) => [field.name.toLowerCase(), field.name]),
  );
  const order = [...new Set([...left, ...right].map((field) => field.name.toLowerCase()))];
  return order.flatMap((key) => {
    const name = names.get(key) ?? key;
    const [a, b] = [fieldsNamed(left, key), fieldsNamed(right, key)];
    return Array.from({ length: Math.max(a.length, b.length) }, (_, nth) =>
      row(name, true, fieldSide(a[nth]), fieldSide(b[nth])),
    );
  });
};

const fieldSide = (field: Field | undefined): Side =>
  field === undefined ? absent : { text: maskField(field), key: field.value };

const bodyRow = (left: Body, right: Body): readonly ComparisonRow[] =>
  left.kind === 'none' && right.kind === 'none' ? [] : [row('Body', true, bodySide(left), bodySide(right))];

const shown = 400;

const bodySide = (body: Body): Side => {
  switch (body.kind) {
    case 'none':
      return absent;
    case 'text': {
      const masked = maskText(body.text).replaceAll(/\s+/g, ' ').trim();
      return {
        text: masked.length > shown ? `${masked.slice(0, shown)}…` : masked,
        key: body.text,
        note: size(body.size),
      };
    }
    case 'bytes':
      return { text: 'bytes', key: body.base64, note: size(body.size) };
    case 'file':
      return { text: 'bytes', key: `${body.size} ${body.head ?? ''}`, note: size(body.size) };
    default:
      return body satisfies never;
  }
};

const size = (bytes: number): string => (bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`);

const tokenOf = (exchange: Exchange): Jwt | undefined => {
  for (const field of fieldsNamed(exchange.request.fields, 'Authorization')) {
    const decoded = decodeJwt(parseCredentials(field.value).rest);
    if (decoded.kind === 'jwt') return decoded.jwt;
  }
  return undefined;
};

const tokenRows = (a: Exchange, b: Exchange): readonly ComparisonRow[] => {
  const [left, right] = [tokenOf(a), tokenOf(b)];
  if (left === undefined && right === undefined) return [];
  const names = [...new Set([...Object.keys(left?.claims ?? {}), ...Object.keys(right?.claims ?? {})])];
  return names.map((name) => row(name, true, claimSide(left, name), claimSide(right, name)));
};

const claimSide = (jwt: Jwt | undefined, name: string): Side => {
  const value = jwt?.claims[name];
  if (value === undefined) return absent;
  const shownValue = typeof value === 'string' ? value : JSON.stringify(value);
  const isTime =
    /^(?:exp|iat|nbf|auth_time)$/.test(name) && typeof value === 'number' && Number.isFinite(value);
  return { text: shownValue, key: shownValue, ...(isTime ? { note: clockTime(value) } : {}) };
};

/** As HTTP dates are written: UTC. */
const clockTime = (seconds: number): string => {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? 'no date' : date.toISOString().slice(11, 19);
};
