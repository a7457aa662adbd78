import { isRecord } from '../exchange/json.ts';
import { emptyDraft, splitUrl, type Draft, type SchemeSettings } from '../workspace/draft.ts';

type Json = Readonly<Record<string, unknown>>;
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isRecord) : []);

/** What takes the files of a vector: their content is sent. */
type PutFile = (path: string, content: string) => Promise<void>;

/** The request of a vector of curl-export.json, its host replaced by a server of the test. */
export const vectorDraft = async (request: Json, origin: string, putFile: PutFile): Promise<Draft> => {
  const auth = isRecord(request['auth']) ? request['auth'] : {};
  const settings: SchemeSettings =
    auth['type'] === 'basic'
      ? {
          username: String(auth['username']),
          password: { plain: String(auth['password']) },
          charset: 'utf-8',
        }
      : { token: { plain: String(auth['token']) }, prefix: 'Bearer' };
  const { url, params } = splitUrl(String(request['url']).replace(/^https?:\/\/[^/?#]*/, origin));
  return {
    ...emptyDraft('id'),
    method: String(request['method']),
    url,
    params: [...params],
    fields: list(request['headers']).map(({ name, value }) => ({
      name: String(name),
      value: String(value),
      on: true,
    })),
    body: await bodyFor(isRecord(request['body']) ? request['body'] : {}, putFile),
    auth:
      typeof auth['type'] === 'string' ? { kind: 'own', scheme: auth['type'], settings } : { kind: 'none' },
  };
};

const bodyFor = async (body: Json, putFile: PutFile): Promise<Draft['body']> => {
  switch (body['type']) {
    case 'text':
      return { kind: 'text', text: String(body['text']), contentType: '' };
    case 'base64':
      return { kind: 'bytes', base64: String(body['base64']), contentType: '' };
    case 'form': {
      const fields = Array.isArray(body['fields']) ? body['fields'].filter(Array.isArray) : [];
      return {
        kind: 'form',
        fields: fields.map(([name, value]) => ({ name: String(name), value: String(value), on: true })),
      };
    }
    case 'multipart': {
      const parts = [];
      for (const part of list(body['parts'])) {
        const file = typeof part['filename'] === 'string' ? part['filename'] : undefined;
        const content = typeof part['content'] === 'string' ? part['content'] : '';
        if (file !== undefined) await putFile(file, content);
        parts.push({
          name: String(part['name']),
          on: true,
          ...(file === undefined ? { value: String(part['value']) } : { file }),
          ...(typeof part['contentType'] === 'string' ? { contentType: part['contentType'] } : {}),
        });
      }
      return { kind: 'multipart', parts };
    }
    default:
      return { kind: 'none' };
  }
};
