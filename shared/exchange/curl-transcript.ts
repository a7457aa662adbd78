import { failureFrom } from './har-errors.ts';
import type { Connection, Exchange } from './exchange.ts';
import { linesOf, requestLine, statusLine } from './message-text.ts';
import { assemble, type Piece, type RawRead } from './raw-http.ts';

/** What `curl -v` prints: `>` and `<` lines are heads, `*` lines its own words, `{` and `}` count data, the rest is body. */

const time = /^\d{2}:\d{2}:\d{2}\.\d{3,6} /;

/** Progress that curl draws while its output goes elsewhere. */
const progress = /^\s*(% Total\b|Dload\b|\d{1,3}\s+[\d.]+[kMG]?\s+\d{1,3}\s.*(--:--:--|\d+:\d\d:\d\d))/;

/** curl's words often follow a body that does not end in a line break. */
const ownWordsAtEnd =
  /\* (Connection #\d+ to host \S+ left intact|Closing connection( #?-?\d+)?|shutting down connection #\d+)\s*$/i;

/** At least one head that curl marked as sent or received, or a failure in its own words after an attempt to connect. */
export const looksLikeTranscript = (text: string): boolean =>
  linesOf(text.slice(0, 1_000_000)).some((line) => {
    const bare = line.replace(time, '');
    return (
      (bare.startsWith('> ') && requestLine(bare.slice(2)) !== undefined) ||
      (bare.startsWith('< ') && statusLine(bare.slice(2)) !== undefined) ||
      /^curl: \(\d+\) \S/.test(bare)
    );
  });

interface OpenPiece {
  kind: 'request' | 'response';
  head: string[];
  body: string[];
  headOpen: boolean;
  tls: boolean;
}

export const readCurlTranscript = (text: string, id = 'imported'): RawRead => {
  const pieces: Piece[] = [];
  const connections: (Connection | undefined)[] = [];
  let open: OpenPiece | undefined;
  let tls = false;
  let connection: Connection | undefined;

  const close = (): void => {
    if (open === undefined) return;
    pieces.push(
      open.kind === 'request'
        ? { kind: 'request', head: open.head, body: open.body, tls: open.tls }
        : { kind: 'response', head: open.head, body: open.body },
    );
    open = undefined;
  };
  const marked = (kind: 'request' | 'response', line: string): void => {
    const starts = kind === 'request' ? requestLine(line) !== undefined : statusLine(line) !== undefined;
    if (starts && !(open?.kind === kind && open.headOpen)) {
      close();
      if (kind === 'request') connections.push(connection);
      open = { kind, head: [], body: [], headOpen: true, tls };
    }
    if (open === undefined || open.kind !== kind || !open.headOpen) return;
    if (line.trim() === '') open.headOpen = false;
    else open.head.push(line);
  };
  const word = (line: string): void => {
    if (/^\s*Trying |^Hostname /.test(line)) tls = false;
    if (
      /^(SSL connection using|ALPN|TLSv1|\(\d+\) \(OUT\), TLS|Using HTTP2|using HTTP\/2|\[HTTP\/2\])/.test(
        line,
      )
    )
      tls = true;
    const connected = /^Connected to \S+ \(([^)]+)\) port (\d+)/.exec(line);
    const established = /^Established connection to \S+ \(([^ )]+) port (\d+)\)/.exec(line);
    const [, address = '', port = ''] = connected ?? established ?? [];
    if (address !== '') connection = { remoteAddress: address, remotePort: Number(port), reused: false };
    if (/^Re-using existing .*connection/i.test(line) && connection !== undefined) {
      connection = { ...connection, reused: true };
    }
  };

  for (const whole of linesOf(text.replace(/^\ufeff/, ''))) {
    const line = whole.replace(time, '');
    const failure = /^curl: \((\d+)\) (.*)$/.exec(line);
    if (failure !== null) {
      const detail = failure[2] ?? '';
      const answered = open?.kind === 'response' && open.head.length > 0;
      close();
      if (!answered)
        pieces.push({ kind: 'failure', outcome: { kind: 'failed', failure: failureFrom(detail) } });
    } else if (/^[<>]( |$)/.test(line) && !isBodyLine(open, line)) {
      marked(line.startsWith('>') ? 'request' : 'response', line.slice(2));
    } else if (line.startsWith('* ')) {
      word(line.slice(2));
    } else if (/^[{}] \[\d+ bytes data\]\s*$/.test(line) || progress.test(line)) {
      continue;
    } else if (open?.kind === 'response' && !open.headOpen) {
      open.body.push(line.replace(ownWordsAtEnd, ''));
    }
  }
  close();
  return withConnections(assemble(pieces, id), connections);
};

/** Markup in a body may begin with "<", but only curl's own mark is followed by a blank or nothing. */
const isBodyLine = (open: OpenPiece | undefined, line: string): boolean =>
  open?.kind === 'response' &&
  !open.headOpen &&
  (line.startsWith('<') ? statusLine(line.slice(2)) === undefined : requestLine(line.slice(2)) === undefined);

const withConnections = (read: RawRead, connections: readonly (Connection | undefined)[]): RawRead => {
  if (!read.ok || !read.sawRequest) return read;
  const exchanges = read.attempt.exchanges.map((exchange, at): Exchange => {
    const connection = connections[at];
    return connection === undefined ? exchange : { ...exchange, connection };
  });
  return { ...read, attempt: { ...read.attempt, exchanges } };
};
