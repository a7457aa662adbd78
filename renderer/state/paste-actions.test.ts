import { describe, expect, it } from 'vitest';
import { currentRequest, shownRecord } from './selectors.ts';
import { bootedWindow } from './window.test-support.ts';

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln';

describe('pasting', () => {
  it('a request opens it and sends nothing', async () => {
    const { actions, state, host } = await bootedWindow();
    expect(await actions.paste("curl 'https://a.example/x?y=1' -u ada:secret")).toBeUndefined();
    expect(currentRequest(state())?.draft).toMatchObject({
      url: 'https://a.example/x',
      auth: { kind: 'own', scheme: 'basic' },
    });
    expect(host.calls.some(({ name }) => name === 'send')).toBe(false);
  });

  it.each([
    ['a token', 'Authorization: Bearer abc.def', { kind: 'own', scheme: 'bearer' }],
    ['a Basic value', 'authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==', { kind: 'own', scheme: 'basic' }],
    ['a key', 'X-API-Key: k-1', { kind: 'own', scheme: 'api-key' }],
  ])('%s in a field becomes settings of its scheme', async (_name, field, auth) => {
    const { actions, state } = await bootedWindow();
    await actions.paste(`curl https://a.example/x -H 'Accept: a/b' -H '${field}'`);
    expect(currentRequest(state())?.draft).toMatchObject({ auth, fields: [{ name: 'Accept' }] });
  });

  it.each([
    ['a damaged token', "https://a.example/x -H 'Authorization: Bearer Bearer abc'"],
    ['two fields', "https://a.example/x -H 'Authorization: Bearer abc' -H 'Authorization: Bearer def'"],
    ['a key in the query', "'https://a.example/x?api_key=k-1&z=2'"],
  ])('%s stays as it was typed', async (_name, words) => {
    const { actions, state } = await bootedWindow();
    await actions.paste(`curl ${words}`);
    expect(currentRequest(state())?.draft.auth).toEqual({ kind: 'none' });
  });

  it('an answer explains it', async () => {
    const { actions, state } = await bootedWindow();
    await actions.paste('HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Bearer\r\n\r\n');
    expect(shownRecord(state())).toMatchObject({
      attempt: { source: 'imported' },
      diagnosis: { failed: true },
    });
    expect(state().view.diagnosisOpen).toBe(true);
  });

  it.each([
    ['WWW-Authenticate: Bearer error="invalid_token"', 401],
    ['Proxy-Authenticate: Basic realm="p"', 407],
  ])('%s explains it as an answer', async (text, status) => {
    const { actions, state } = await bootedWindow();
    await actions.paste(text);
    expect(shownRecord(state())?.attempt.exchanges.at(-1)?.outcome).toMatchObject({ response: { status } });
  });

  it('a token becomes the credentials of the open request', async () => {
    const { actions, state } = await bootedWindow();
    actions.openRequest('orders');
    await actions.paste(jwt);
    expect(currentRequest(state())).toMatchObject({
      requestTab: 'auth',
      draft: { id: 'orders', auth: { kind: 'own', scheme: 'bearer' } },
    });
  });

  it('a token without a request makes one', async () => {
    const { actions, state } = await bootedWindow();
    await actions.paste(jwt);
    expect(currentRequest(state())?.draft.auth).toMatchObject({ kind: 'own', scheme: 'bearer' });
  });

  it('a Basic value becomes user name and password', async () => {
    const { actions, state } = await bootedWindow();
    await actions.paste('Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==');
    expect(currentRequest(state())?.draft.auth).toMatchObject({ kind: 'own', scheme: 'basic' });
  });

  it('what is nothing of the kind is said in a sentence and changes nothing', async () => {
    const { actions, state } = await bootedWindow();
    const before = state().open;
    expect(await actions.paste('lorem ipsum dolor')).toMatch(/\.$/);
    expect(state().open).toBe(before);
  });

  it('an example is opened and sent, for it is there to be seen failing', async () => {
    const { actions, state, host } = await bootedWindow();
    await actions.openExample('expired');
    expect(host.calls.filter(({ name }) => name === 'send')).toHaveLength(1);
    expect(shownRecord(state())?.diagnosis.failed).toBe(true);
  });
});
