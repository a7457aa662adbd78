import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Attempt } from '../../shared/exchange/exchange.ts';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import styles from './AttemptView.module.css';
import { exchangeLabel } from './exchange-tabs.ts';
import { StatusLine } from './StatusLine.tsx';

interface StatusBarProps {
  readonly attempt: Attempt;
  /** Index of the exchange that is shown. */
  readonly index: number;
  readonly switcher: ReactNode;
  readonly onChoose: (index: number) => void;
}

/** Which of an attempt's exchanges is shown: a token request, a hop, the answer. */
const Choice = ({ attempt, index, onChoose }: Omit<StatusBarProps, 'switcher'>) => (
  <Menu
    label="Exchanges of this attempt"
    placement="bottom end"
    groups={[
      attempt.exchanges.map((exchange, at) => ({
        id: String(at),
        ...exchangeLabel(exchange),
        run: () => {
          onChoose(at);
        },
      })),
    ]}
  >
    <Button variant="quiet" size="dense" className={styles['choice'] ?? ''}>
      <span className={styles['of']}>
        exchange {index + 1} of {attempt.exchanges.length} <ChevronDown aria-hidden="true" />
      </span>
    </Button>
  </Menu>
);

/** The status of the exchange that is shown, and the choice among an attempt's exchanges where there is one. */
export const StatusBar = ({ attempt, index, switcher, onChoose }: StatusBarProps) => {
  const exchange = attempt.exchanges[index];
  if (exchange === undefined) return null;
  const last = index === attempt.exchanges.length - 1;
  return (
    <div className={styles['bar']}>
      {switcher}
      <StatusLine attempt={attempt} exchange={exchange} bare={switcher !== null && last} />
      {attempt.exchanges.length > 1 && <Choice attempt={attempt} index={index} onChoose={onChoose} />}
    </div>
  );
};
