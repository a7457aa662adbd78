import {
  responseOf,
  type Attempt,
  type Exchange,
  type RedirectNote,
  type SentField,
} from '../../shared/exchange/exchange.ts';
import { fieldsNamed, sameName } from '../../shared/exchange/fields.ts';
import { secretSpans, showsTail, urlSpans } from '../../shared/exchange/redact.ts';
import type { Evidence } from '../../shared/diagnosis/diagnosis.ts';
import { address, tlsName } from './connection-words.ts';
import {
  evidenceIn,
  evidenceOfField,
  fieldEvidence,
  indexesIn,
  marksOf,
  type FieldPlace,
  type Located,
} from './evidence-places.ts';
import { cut, type Segment } from './segments.ts';

/** One row of a hop: a field that matters for a redirect, or how the host was reached. */
export interface HopFact {
  readonly name: string;
  /** The name is of the wire, not the app's own word. */
  readonly wire: boolean;
  readonly segments: readonly Segment[];
  /** The field is not there; `note` says why, where that is known. */
  readonly absent: boolean;
  readonly note: string;
  readonly evidence: readonly number[];
}

export interface Hop {
  /** From 1. */
  readonly number: number;
  readonly exchange: Exchange;
  readonly method: string;
  /** The URL in three parts, since the host is what changes. */
  readonly before: string;
  readonly host: string;
  readonly after: string;
  readonly urlEvidence: readonly number[];
  readonly facts: readonly HopFact[];
  /** What became of the credentials on the way from the hop before. */
  readonly between: { readonly title: string; readonly text: string } | undefined;
}

const requestFields = ['Authorization', 'Proxy-Authorization', 'Cookie'];
const responseFields = ['Location', 'WWW-Authenticate', 'Proxy-Authenticate', 'Date'];

const reasons: Readonly<Record<RedirectNote['because'], { readonly title: string; readonly text: string }>> =
  {
    'same-origin': {
      title: 'Same origin',
      text: 'Scheme, host and port stay the same, so the credentials follow.',
    },
    'other-host': {
      title: 'Another host',
      text: 'Credentials follow a redirect only within one origin; this can be allowed per profile and host.',
    },
    'other-scheme': {
      title: 'Another scheme',
      text: 'The redirect leaves or enters TLS. Credentials follow only within one origin.',
    },
    'other-port': {
      title: 'Another port',
      text: 'Host and scheme are the same, the port is not. Credentials follow only within one origin.',
    },
    'method-changed': {
      title: 'Another method',
      text: 'The answer asks for the new address with GET, so the body and its fields were left out.',
    },
  };

const isCredential = (name: string): boolean => requestFields.some((known) => sameName(known, name));

/** Why credentials did or did not follow a redirect. */
export const betweenWords = (note: RedirectNote): { readonly title: string; readonly text: string } => {
  const { title, text } = reasons[note.because];
  const left = note.dropped.filter(isCredential);
  const method = note.methodChanged && note.because !== 'method-changed' ? ' The method became GET.' : '';
  if (left.length > 0)
    return { title: `${title}, so the credentials stayed behind`, text: `${text}${method}` };
  return note.because === 'same-origin' || note.because === 'method-changed'
    ? { title, text: `${text}${method}` }
    : {
        title: `${title}, and the credentials followed`,
        text: `This host is trusted with them, or there were none to send.${method}`,
      };
};

const sentNoteOf = (field: SentField): string =>
  field.origin === undefined || field.origin.from === 'typed' ? 'sent' : `sent, ${field.origin.note}`;

const fieldFacts = (
  fields: readonly SentField[],
  names: readonly string[],
  located: readonly Located<FieldPlace>[],
  revealed: boolean,
  note: (field: SentField) => string,
): readonly HopFact[] => {
  const shown = [...names, ...located.map(({ place }) => place.name)];
  const wanted = shown.filter((name, at) => shown.findIndex((other) => sameName(other, name)) === at);
  return wanted.flatMap((name) => {
    const here = located.filter(({ place }) => sameName(place.name, name));
    const present = fieldsNamed(fields, name).map((field): HopFact => {
      const own = evidenceOfField(here, fields, field);
      return {
        name: field.name,
        wire: true,
        segments: cut(
          field.value,
          revealed ? [] : secretSpans(field),
          marksOf(own, field.value),
          showsTail(field),
        ),
        absent: false,
        note: note(field),
        evidence: own.map(({ index }) => index),
      };
    });
    const absent = here.filter(({ place }) => place.absent === true).map(({ index }) => index);
    return absent.length === 0 ? present : [...present, absentFact(name, absent)];
  });
};

const absentFact = (name: string, evidence: readonly number[]): HopFact => ({
  name,
  wire: true,
  segments: [],
  absent: true,
  note: '',
  evidence,
});

/** Credentials that the hop before had and this one has not, although no evidence points at them. */
const droppedFacts = (exchange: Exchange, facts: readonly HopFact[]): readonly HopFact[] =>
  (exchange.redirect?.dropped ?? [])
    .filter((name) => isCredential(name) && !facts.some((fact) => sameName(fact.name, name)))
    .map((name) => ({ ...absentFact(name, []), note: 'stayed behind' }));

const connectionFact = (exchange: Exchange, evidence: readonly number[]): readonly HopFact[] => {
  const { connection } = exchange;
  if (connection?.remoteAddress === undefined) return [];
  const certificate = connection.tls?.chain[0];
  const words = [
    ...(connection.tls === undefined ? ['no TLS'] : [tlsName(connection.tls.protocol)]),
    ...(certificate === undefined ? [] : [`certificate for ${certificate.names[0] ?? certificate.subject}`]),
  ];
  return [
    {
      name: 'Connection',
      wire: false,
      segments: cut(address(connection.remoteAddress, connection.remotePort), [], []),
      absent: false,
      note: words.join(', '),
      evidence,
    },
  ];
};

const urlOf = (url: string, revealed: boolean): Pick<Hop, 'before' | 'host' | 'after'> => {
  const shown = cut(url, revealed ? [] : urlSpans(url), [], false)
    .map(({ text }) => text)
    .join('');
  const parts = /^([a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?)([^/?#]*)(.*)$/i.exec(shown);
  return { before: parts?.[1] ?? '', host: parts?.[2] ?? '', after: parts?.[3] ?? shown };
};

const hopOf = (exchange: Exchange, number: number, located: readonly Located[], revealed: boolean): Hop => {
  const sent = fieldFacts(
    exchange.request.fields,
    requestFields,
    fieldEvidence(located, 'request'),
    revealed,
    sentNoteOf,
  );
  const received = fieldFacts(
    responseOf(exchange)?.fields ?? [],
    responseFields,
    fieldEvidence(located, 'response'),
    revealed,
    () => '',
  );
  return {
    number,
    exchange,
    method: exchange.request.method,
    ...urlOf(exchange.request.url, revealed),
    urlEvidence: [...indexesIn(located, 'url'), ...indexesIn(located, 'status')],
    facts: [
      ...sent,
      ...droppedFacts(exchange, sent),
      ...received,
      ...connectionFact(exchange, indexesIn(located, 'connection')),
    ],
    between: exchange.redirect === undefined ? undefined : betweenWords(exchange.redirect),
  };
};

/** The request's way through its redirects. Token requests and other exchanges of the attempt are no hops. */
export const hopsOf = (attempt: Attempt, evidence: readonly Evidence[], revealed: boolean): readonly Hop[] =>
  attempt.exchanges
    .map((exchange, index) => ({ exchange, index }))
    .filter(({ exchange }) => exchange.purpose === 'resource')
    .map(({ exchange, index }, at) => hopOf(exchange, at + 1, evidenceIn(evidence, index), revealed));
