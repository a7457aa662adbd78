import { durationInWords } from '../diagnosis/durations.ts';
import { utf8OfBytes } from '../exchange/bytes.ts';
import {
  failureOf,
  responseOf,
  type Body,
  type Exchange,
  type Field,
  type Purpose,
} from '../exchange/exchange.ts';

import { fenced } from './fenced.ts';

const BODY_SHOWN = 2_000;

/** One exchange as a block of Markdown. Nothing is masked here. */
export const exchangeText = (exchange: Exchange, index: number, explained: boolean): string => {
  const { request } = exchange;
  const response = responseOf(exchange);
  const failure = failureOf(exchange);
  const lines = [
    `> ${request.method} ${request.url} ${request.httpVersion}`,
    ...request.fields.map(({ name, value }) => `> ${name}: ${utf8OfBytes(value)}`),
    ...bodyLines('>', request.body),
    ...trailerLines('>', request.trailers),
    ...(response === undefined
      ? [`< no answer: ${failure?.code ?? 'unknown'}. ${failure?.message ?? ''}`]
      : [
          `< ${response.httpVersion} ${response.status} ${utf8OfBytes(response.reason)}`.trimEnd(),
          ...response.fields.map(({ name, value }) => `< ${name}: ${utf8OfBytes(value)}`),
          ...bodyLines('<', response.body),
          ...trailerLines('<', response.trailers),
        ]),
  ];
  return `### ${titleOf(exchange, index, explained)}\n\n${fenced('http', lines)}`;
};

const callsOf: Readonly<Record<Purpose, string>> = {
  resource: 'Call',
  token: 'Token request',
  discovery: 'Discovery',
  connect: 'Tunnel through the proxy',
  experiment: 'Experiment',
};

/** "1. Call, 2026-11-27T12:04:15.000Z, 83 ms, explained above". */
const titleOf = ({ purpose, timings, connection }: Exchange, index: number, explained: boolean): string =>
  [
    `${index + 1}. ${callsOf[purpose]}`,
    ...(timings.startedAtMs > 0 ? [new Date(timings.startedAtMs).toISOString()] : []),
    ...(timings.endMs === undefined ? [] : [durationInWords(timings.endMs / 1000)]),
    ...(connection?.tls === undefined ? [] : [connection.tls.protocol]),
    ...(connection?.proxy === undefined ? [] : ['through a proxy']),
    ...(explained ? ['explained above'] : []),
  ].join(', ');

const bodyText = (body: Body): string =>
  body.kind === 'text'
    ? body.text
    : body.kind === 'file'
      ? (body.head ?? '')
      : body.kind === 'bytes'
        ? `(${body.size} bytes)`
        : '';

const trailerLines = (mark: string, trailers: readonly Field[] = []): readonly string[] =>
  trailers.length === 0
    ? []
    : [mark, ...trailers.map(({ name, value }) => `${mark} ${name}: ${utf8OfBytes(value)}`)];

const bodyLines = (mark: string, body: Body): readonly string[] => {
  const text = bodyText(body);
  return text === ''
    ? []
    : [
        mark,
        ...text
          .slice(0, BODY_SHOWN)
          .split(/\r?\n/)
          .map((line) => `${mark} ${line}`),
        ...(text.length > BODY_SHOWN ? [`${mark} …`] : []),
      ];
};
