import { byteStringOfBase64, byteStringToBytes, utf8Bytes } from '../exchange/bytes.ts';
import type { BodyPiece, OutgoingBody } from '../schemes/scheme.ts';
import type { DraftBody, Switchable } from '../workspace/draft.ts';
import { graphqlJson, graphqlProblem } from './graphql.ts';

export interface BodyWorld {
  /** Bytes of a file on the engine's machine; absent where it cannot be read. */
  readonly fileSize: (path: string) => number | undefined;
  /** Between the parts of a multipart body; must not occur in them. */
  readonly boundary: string;
}

export type BuiltBody =
  | {
      readonly ok: true;
      readonly body: OutgoingBody;
      /** The default Content-Type; absent for no body and for one of no stated type. */
      readonly contentType: string | undefined;
      /** Bytes; absent for no body. */
      readonly size: number | undefined;
    }
  | { readonly ok: false; readonly message: string };

const ofBytes = (bytes: Uint8Array, contentType: string): BuiltBody => ({
  ok: true,
  body: { kind: 'bytes', bytes },
  contentType: contentType === '' ? undefined : contentType,
  size: bytes.length,
});

const unreadable = (path: string): BuiltBody => ({
  ok: false,
  message:
    path === ''
      ? 'The body is a file, but none is chosen.'
      : `The file ${path} cannot be read; check its path.`,
});

/** The octets of a body, or where they come from. Text is UTF-8. */
export const bodyOf = (body: DraftBody, world: BodyWorld): BuiltBody => {
  switch (body.kind) {
    case 'none':
      return { ok: true, body: { kind: 'none' }, contentType: undefined, size: undefined };
    case 'text':
      return ofBytes(utf8Bytes(body.text), body.contentType);
    case 'graphql': {
      const problem = graphqlProblem(body);
      if (problem !== undefined) return { ok: false, message: problem };
      return ofBytes(utf8Bytes(graphqlJson(body)), 'application/json');
    }
    case 'form':
      return ofBytes(utf8Bytes(formText(body.fields)), 'application/x-www-form-urlencoded');
    case 'bytes': {
      const bytes = byteStringOfBase64(body.base64);
      if (bytes === undefined)
        return { ok: false, message: 'The body is not Base64; check what was pasted.' };
      return ofBytes(byteStringToBytes(bytes), body.contentType);
    }
    case 'file': {
      const size = world.fileSize(body.path);
      if (size === undefined) return unreadable(body.path);
      const contentType = body.contentType === '' ? undefined : body.contentType;
      return {
        ok: true,
        body: { kind: 'pieces', pieces: [{ kind: 'file', path: body.path }] },
        contentType,
        size,
      };
    }
    case 'multipart':
      return multipart(body.parts, world);
    default:
      return body satisfies never;
  }
};

/** As an HTML form writes it: a space is a plus sign (URL Standard, application/x-www-form-urlencoded). */
const formText = (fields: readonly Switchable[]): string =>
  new URLSearchParams(
    fields
      .filter(({ on }) => on)
      .map(({ name, value }) => [name.toWellFormed(), value.toWellFormed()] as const),
  ).toString();

type Part = Extract<DraftBody, { kind: 'multipart' }>['parts'][number];

/** RFC 7578, names escaped as the HTML Standard says. */
const multipart = (parts: readonly Part[], { boundary, fileSize }: BodyWorld): BuiltBody => {
  const pieces: BodyPiece[] = [];
  let size = 0;
  const text = (given: string): void => {
    const bytes = utf8Bytes(given);
    pieces.push({ kind: 'bytes', bytes });
    size += bytes.length;
  };
  for (const part of parts.filter(({ on }) => on)) {
    text(`--${boundary}\r\n${partHead(part)}\r\n`);
    if (part.file === undefined) {
      text(part.value ?? '');
    } else {
      const length = fileSize(part.file);
      if (length === undefined) return unreadable(part.file);
      pieces.push({ kind: 'file', path: part.file });
      size += length;
    }
    text('\r\n');
  }
  text(`--${boundary}--\r\n`);
  return {
    ok: true,
    body: { kind: 'pieces', pieces },
    contentType: `multipart/form-data; boundary=${boundary}`,
    size,
  };
};

const partHead = (part: Part): string => {
  const fileName = part.fileName ?? (part.file === undefined ? undefined : lastName(part.file));
  const type = part.contentType ?? (part.file === undefined ? undefined : 'application/octet-stream');
  const named = fileName === undefined ? '' : `; filename="${escaped(fileName)}"`;
  const typed = type === undefined || type === '' ? '' : `Content-Type: ${type.replace(/[\r\n]+/g, ' ')}\r\n`;
  return `Content-Disposition: form-data; name="${escaped(part.name)}"${named}\r\n${typed}`;
};

const lastName = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;

const escaped = (name: string): string =>
  name.replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('"', '%22');
