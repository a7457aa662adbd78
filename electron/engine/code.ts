import { codeForms } from '../../shared/export/code-forms.ts';
import { generatedNote } from '../../shared/export/generated-note.ts';
import type { SecretForm } from '../../shared/export/shells/shell.ts';
import { bytesToByteString, utf8OfBytes } from '../../shared/exchange/bytes.ts';
import { fieldNamed } from '../../shared/exchange/fields.ts';
import { maskField, maskText, maskUrl } from '../../shared/exchange/redact.ts';
import type { CodeExport } from '../../shared/ipc/replies.ts';
import type { OutgoingBody, OutgoingRequest } from '../../shared/schemes/scheme.ts';
import type { Draft } from '../../shared/workspace/draft.ts';
import { EngineError } from '../errors.ts';
import type { EngineContext } from './context.ts';
import { exportSource } from './export-source.ts';

/** The request in a language of the person's choice: what would leave now, its credential a fixed field. */
export const asCode = async (
  context: EngineContext,
  draft: Draft,
  environmentId: string,
  form: string,
  secrets: Exclude<SecretForm, 'variables'>,
): Promise<CodeExport> => {
  const [target, client] = codeForms.find(([one, other]) => `${one}:${other}` === form) ?? [];
  if (target === undefined || client === undefined) {
    throw new EngineError('bad-argument', `Code for "${form}" cannot be written.`);
  }
  const { opened, request, notes } = await exportSource(context, draft, environmentId);
  // A library that only an export needs.
  const { HTTPSnippet } = await import('@readme/httpsnippet');
  const written = new HTTPSnippet(harRequest(request, secrets === 'masked')).convert(target, client);
  const code = written.filter((part) => part !== false).join('\n\n');
  const { scheme } = opened;
  const adds = request.fields.some(({ origin }) => origin?.from === 'auth');
  return {
    code,
    notes: [
      ...(secrets === 'masked' && code.includes('••••')
        ? ['Secrets are masked as ••••••••: put yours there.']
        : []),
      ...notes,
      ...(scheme !== undefined && !adds
        ? [`${scheme.label} answers a challenge or signs anew each time; this code sends no credential.`]
        : []),
      ...(isSigned(request)
        ? ['The signature is good for this one request and a short time; a program has to make its own.']
        : []),
      ...bodyNotes(request.body),
      ...generatedNote(draft),
    ],
  };
};

const isSigned = ({ xray }: OutgoingRequest): boolean => xray !== undefined;

const bodyNotes = (body: OutgoingBody): readonly string[] =>
  body.kind === 'pieces' ? ['The body comes from files; it is not in the code.'] : [];

const harRequest = ({ method, url, fields, body }: OutgoingRequest, masked: boolean) => {
  const text = body.kind === 'bytes' ? utf8OfBytes(bytesToByteString(body.bytes)) : '';
  const type = fieldNamed(fields, 'Content-Type')?.value;
  return {
    method,
    url: masked ? maskUrl(url) : url,
    httpVersion: 'HTTP/1.1',
    queryString: [],
    cookies: [],
    headersSize: -1,
    bodySize: -1,
    headers: fields
      // Every library writes these by itself.
      .filter(
        ({ name }) => !/^(?:host|content-length|connection|accept-encoding|transfer-encoding)$/i.test(name),
      )
      .map(({ name, value }) => {
        const shown = utf8OfBytes(value);
        return { name, value: masked ? maskField({ name, value: shown }, false) : shown };
      }),
    postData: { mimeType: type ?? '', text: masked ? maskText(text, false) : text },
  };
};
