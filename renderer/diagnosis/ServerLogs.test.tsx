// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { sampleExchange, sampleResponse } from '../exchange/sample.test-support.ts';
import { ServerLogs } from './ServerLogs.tsx';

afterEach(cleanup);

test('the commands of the software that answered, with this exchange’s path', () => {
  const response = sampleResponse();
  const exchange = sampleExchange({
    outcome: {
      kind: 'answered',
      response: { ...response, fields: [...response.fields, { name: 'Server', value: 'Apache/2.4' }] },
    },
  });
  render(<ServerLogs exchange={exchange} />);
  fireEvent.click(screen.getByRole('button', { name: 'If you run this server' }));
  const commands = screen.getAllByRole('group', { name: /^Command: /, hidden: true });
  expect(commands[0]?.textContent).toContain('/var/log/apache2/');
  expect(commands[0]?.textContent).toContain(new URL(exchange.request.url).pathname);
});

test('where nothing answered there is nothing to look for', () => {
  const failure = { code: 'tls' as const, message: '', detail: '' };
  const { container } = render(
    <ServerLogs exchange={sampleExchange({ outcome: { kind: 'failed', failure } })} />,
  );
  expect(container.textContent).toBe('');
});
