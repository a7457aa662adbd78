import type { Exchange, Frame, SentRequest } from '../../shared/exchange/exchange.ts';
import { countFigures } from './measures.ts';
import { looseRow } from './wire-field-rows.ts';
import type { WireRow } from './wire-row.ts';

/** "HEADERS  stream 1  120 bytes  END_STREAM END_HEADERS". */
export const frameText = ({ type, stream, length, flags, detail }: Frame): string =>
  [
    type,
    stream === 0 ? 'connection' : `stream ${stream}`,
    countFigures(length, 'byte'),
    ...(flags.length === 0 ? [] : [flags.join(' ')]),
    ...(detail === undefined ? [] : [detail]),
  ].join('  ');

/** The frames of an HTTP/2 exchange, in the order in which they crossed. */
export const frameRows = ({ frames = [], framesLeftOut = 0 }: Exchange): readonly WireRow[] => {
  if (frames.length === 0) return [];
  const more = framesLeftOut === 0 ? '' : `, the first of ${frames.length + framesLeftOut}`;
  return [
    {
      kind: 'head',
      title: 'Frames',
      note: `${countFigures(frames.length, 'frame')} of HTTP/2${more}`,
      evidence: [],
    },
    ...frames.map((frame) =>
      looseRow(frame.direction, { text: frameText(frame), valueAt: 0, folded: false }, false),
    ),
  ];
};

/** What was composed and could not be sent in this version of HTTP. */
export const leftOutRows = ({ leftOut = [] }: SentRequest): readonly WireRow[] =>
  leftOut.map(({ name, why }) => ({
    kind: 'note',
    text: `${name} was not sent: ${why}.`,
    evidence: [],
  }));
