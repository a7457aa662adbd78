import { useState } from 'react';
import type { Exchange } from '../../shared/exchange/exchange.ts';
import { logServers, seenAtServer, serversOf } from '../../shared/server-logs/index.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Select } from '../ui/Select.tsx';
import { ScrollRegion } from '../ui/ScrollRegion.tsx';
import styles from './ServerLogs.module.css';

const options = logServers.map(({ id, label }) => ({ id, label }));

/**
 * For somebody at the server: the commands that show this very exchange in its logs. The software that the answer gives
 * away is chosen first.
 */
export const ServerLogs = ({ exchange }: { readonly exchange: Exchange | undefined }) => {
  const [chosen, choose] = useState<string>();
  const seen = exchange === undefined ? undefined : seenAtServer(exchange);
  if (exchange === undefined || seen === undefined) return null;
  const [recognised] = serversOf(exchange);
  const server = logServers.find(({ id }) => id === chosen) ?? recognised ?? logServers[0];
  if (server === undefined) return null;
  return (
    <Disclosure title="If you run this server">
      <div className={styles['logs']}>
        <Select label="Server" options={options} value={server.id} onChange={choose} />
        <p className={styles['note']}>
          {recognised === undefined
            ? 'The answer does not tell which software it is. '
            : `The answer comes from ${recognised.label}. `}
          Each command runs at the server; nothing is sent from here.
        </p>
        <ul className={styles['list']}>
          {server.commands(seen).map(({ shows, command }) => (
            <li key={command}>
              <p>Shows {shows}</p>
              <div className={styles['command']}>
                <ScrollRegion as="pre" label={`Command: ${shows}`}>
                  {command}
                </ScrollRegion>
                <CopyButton label="Copy command" text={command} />
              </div>
            </li>
          ))}
        </ul>
      </div>
    </Disclosure>
  );
};
