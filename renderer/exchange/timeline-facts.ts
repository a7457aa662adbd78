import { address, encryptionWords } from './connection-words.ts';
import { purposeWords } from './exchange-tabs.ts';
import { durationWords } from './measures.ts';
import { barsInWords, type Phase, type TimelineRow } from './timeline.ts';

/** "new connection to 203.0.113.20:443", "connection to [::1]:80 reused". */
export const connectionInWords = ({ exchange: { connection } }: TimelineRow): string | undefined => {
  if (connection === undefined) return undefined;
  const { remoteAddress, remotePort, reused } = connection;
  const to = remoteAddress === undefined ? '' : ` to ${address(remoteAddress, remotePort)}`;
  return reused ? `connection${to} reused` : `new connection${to}`;
};

/** What the bars of a row cannot say, and what they say, in words. */
export const rowFacts = (row: TimelineRow): readonly string[] => {
  const purpose = purposeWords[row.exchange.purpose];
  const proxy = row.exchange.connection?.proxy;
  return [
    ...(purpose === '' ? [] : [purpose]),
    `began at ${durationWords(row.beganMs)}`,
    barsInWords(row, durationWords),
    ...[
      connectionInWords(row),
      proxy === undefined ? undefined : `through ${proxy}`,
      encryptionWords(row.exchange),
    ].filter((words) => words !== undefined),
  ];
};

/** How long a phase took; nothing where it did not occur. */
export const phaseMs = (row: TimelineRow, phase: Phase): number | undefined => {
  const bar = row.bars.find((each) => each.phase === phase);
  return bar === undefined ? undefined : bar.to - bar.from;
};
