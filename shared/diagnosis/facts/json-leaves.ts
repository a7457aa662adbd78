import { isRecord } from '../../exchange/json.ts';
import type { Leaf } from './leaf.ts';
import { LEAVES, mute } from './leaf.ts';
import { codedFailure, errorMember, namedFailure, tellsError } from './told-failure.ts';

/** `com.amazon.coral.service#UnrecognizedClientException`: the code follows the name of the service. */
const namespaced = /^[\w.]+#(\w+)$/;

export const jsonLeaves = (value: unknown, refused: boolean): readonly Leaf[] => {
  const leaves: Leaf[] = [];
  /** `{"Response": {…}}`: the answer stands one level down. */
  const [envelope, ...beside] = isRecord(value) ? Object.keys(value) : [];
  const enveloped =
    beside.every((name) => /^(?:sign|signature|request_?id|time_?stamp|version)$/i.test(name)) &&
    envelope !== undefined &&
    !/^(?:data|results?|items|value|errors?)$/i.test(envelope);
  const visit = (node: unknown, key: string, depth: number, heard: boolean): void => {
    if (leaves.length >= LEAVES || depth > 7) return;
    if (typeof node === 'string') {
      if (heard && node.trim() !== '')
        leaves.push({ text: node.replace(namespaced, '$1'), key: key.toLowerCase() });
      return;
    }
    if (typeof node === 'number' || typeof node === 'boolean') {
      if (heard && /code|status|cod|errno|x?err$|ok|success|active|lock|retry|attempt|remain|wait/i.test(key))
        leaves.push({ text: String(node), key: key.toLowerCase() });
      return;
    }
    if (Array.isArray(node)) {
      for (const item of node.slice(0, 20)) visit(item, key, depth + 1, heard);
      return;
    }
    if (!isRecord(node)) return;
    // A tool that failed tells of it in its content (Model Context Protocol, tools).
    const failedCall = node['isError'] === true;
    const tells =
      heard ||
      failedCall ||
      (depth <= 4 &&
        heads.test(key) &&
        (codedFailure(node) ||
          namedFailure(node) ||
          Object.keys(node).some((name) => tellsError(name, node[name])))) ||
      ((key === '' || (depth === 1 && enveloped) || /^messages$/i.test(key)) &&
        (Object.keys(node).some((name) => tellsError(name, node[name])) ||
          codedFailure(node) ||
          namedFailure(node)));
    const judged = heard ? (fieldAndCode(node) ?? titleAndName(node)) : undefined;
    if (judged !== undefined) leaves.push({ text: judged, key: 'field' });
    for (const [name, member] of Object.entries(node).slice(0, 60)) {
      if (mute.test(name) && typeof member !== 'object') continue;
      const here =
        heard ||
        failedCall ||
        (tells &&
          (errorMember.test(name) ||
            /^(?:messages?|notifications?)$/i.test(name) ||
            typeof member !== 'object' ||
            (key === '' && heads.test(name))));
      visit(member, name, depth + 1, here);
    }
  };
  visit(value, '', 0, refused);
  return leaves;
};

/** Members in which some interfaces keep apart from the data how the call went. */
const heads =
  /^(?:head(?:er)?|meta|status|result|response|resp|base_?resp|response_?(?:status|header|info)|result_?(?:info|status)|return|ack)$/i;

/** `{"field": "refresh_token", "code": "invalid"}` is one statement in two members. */
const fieldAndCode = (node: Readonly<Record<string, unknown>>): string | undefined => {
  const field = node['field'] ?? node['param'] ?? node['parameter'] ?? node['property'];
  const code = node['code'] ?? node['reason'] ?? node['type'];
  return typeof field === 'string' && typeof code === 'string' && /[a-z]{4}/i.test(code)
    ? `${field} ${code}`
    : undefined;
};

/** `{"title": "Missing Required Header", "detail": "x-v"}` likewise. */
const titleAndName = (node: Readonly<Record<string, unknown>>): string | undefined => {
  const { title, detail } = node;
  return typeof title === 'string' && typeof detail === 'string' && /^[\w-]{2,40}$/.test(detail)
    ? `${title} ${detail}`
    : undefined;
};
