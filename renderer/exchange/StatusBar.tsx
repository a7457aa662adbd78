import type { ReactNode } from 'react';
import type { Attempt } from '../../shared/exchange/exchange.ts';
import { Select } from '../ui/Select.tsx';
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

/** The status, and below it the choice among an attempt's exchanges where there is one. */
export const StatusBar = ({ attempt, index, switcher, onChoose }: StatusBarProps) => {
  const exchange = attempt.exchanges[index];
  if (exchange === undefined) return null;
  const last = index === attempt.exchanges.length - 1;
  return (
    <>
      <div className={styles['bar']}>
        {switcher}
        <StatusLine attempt={attempt} exchange={exchange} bare={switcher !== null && last} />
      </div>
      {attempt.exchanges.length > 1 && (
        <div className={styles['choice']}>
          <Select
            label="Exchange"
            labelHidden
            look="quiet"
            value={String(index)}
            onChange={(id) => {
              onChoose(Number(id));
            }}
            start={<span className={styles['of']}>{`${index + 1} of ${attempt.exchanges.length}`}</span>}
            options={attempt.exchanges.map((each, at) => ({ id: String(at), ...exchangeLabel(each) }))}
          />
        </div>
      )}
    </>
  );
};
