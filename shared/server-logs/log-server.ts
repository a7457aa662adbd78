/** Where and when a request met the server, as its log knows it. */
export interface SeenAt {
  readonly method: string;
  /** Without port. */
  readonly host: string;
  /** Without query: that may hold secrets. */
  readonly path: string;
  readonly status: number;
  /** Epoch seconds, by the server’s clock where it told its Date. */
  readonly atSeconds: number;
  /** By which the server, or what stands in front of it, calls this request. */
  readonly requestId: string | undefined;
}

/** One command for somebody at the server’s own shell. */
export interface LogCommand {
  /** What it shows, one line. */
  readonly shows: string;
  readonly command: string;
}

/** A server software and the commands that show why it refused. */
export interface LogServer {
  readonly id: string;
  readonly label: string;
  /** Of its answers: field and value by which it gives itself away. */
  readonly speaks: readonly { readonly field: string; readonly says: RegExp }[];
  commands(seen: SeenAt): readonly LogCommand[];
}

export const defineLogServer = (server: LogServer): LogServer => server;
